import type { Facts } from '../document.js';
import type { Block, Paper } from './paper.js';

const sizes = { 1: 20, 2: 14, 3: 11.5 } as const;
const gaps = { 1: 6, 2: 14, 3: 10 } as const;
/** A heading stays with this much of what it is the heading of. */
const kept = 90;
const body = 10;
const nameWidth = 190;

/** A heading, with its bookmark. */
export function heading(paper: Paper, level: 1 | 2 | 3, text: string): void {
  const block: Block = { text, font: 'bold', size: sizes[level], x: paper.left, width: paper.width };
  if (paper.room < paper.heightOf(block) + gaps[level] + kept) paper.turn();
  else paper.y += gaps[level];
  const part = paper.part(`H${level}`, { title: text });
  paper.put(part, block);
  part.end();
  paper.bookmark(level, text);
  paper.y += paper.heightOf(block) + 4;
}

export function paragraph(paper: Paper, text: string): void {
  const block: Block = { text, font: 'regular', size: body, x: paper.left, width: Math.min(paper.width, 620) };
  const height = paper.heightOf(block);
  if (paper.room < height) paper.turn();
  const part = paper.part('P');
  paper.put(part, block);
  part.end();
  paper.y += height + 6;
}

/** Names and what they are, as a list (L, LI, Lbl, LBody). */
export function facts(paper: Paper, all: Facts): void {
  const list = paper.part('L');
  for (const [name, value] of all) {
    const label: Block = { text: name, font: 'bold', size: body, x: paper.left, width: nameWidth - 10 };
    const told: Block = { text: value, font: 'regular', size: body, x: paper.left + nameWidth, width: paper.width - nameWidth };
    const height = Math.max(paper.heightOf(label), paper.heightOf(told));
    if (paper.room < height) paper.turn();
    const item = paper.part('LI', {}, list);
    for (const [type, block] of [['Lbl', label], ['LBody', told]] as const) {
      const part = paper.part(type, {}, item);
      paper.put(part, block);
      part.end();
    }
    item.end();
    paper.y += height + 3;
  }
  list.end();
}
