import type { Column, Table, Value } from '../document.js';
import { inks, type Block, type Font, type Paper } from './paper.js';
import { shownValue } from './shown.js';

const size = 8.5;
const padding = { x: 4, y: 3 };
/** How much of the width a column asks for. */
const [leastText, mostText, leastNumber] = [9, 34, 6.5];

/** A table with a heading for each column and each row, its header repeated on every page that it goes on to. */
export function table(paper: Paper, { title, columns, rows }: Table): void {
  const widths = widthsOf(paper, columns, rows);
  const header = blocksOf(paper, columns, widths, columns.map(({ label }) => label), () => 'bold');
  const struct = paper.part('Table', { title });
  const height = heightOf(paper, header);
  if (paper.room < height * 2) paper.turn();
  shade(paper, height);
  const top = paper.part('TR', {}, struct);
  for (const block of header) cell(paper, paper.part('TH', { scope: 'Column' }, top), block);
  top.end();
  paper.y += height;
  for (const values of rows) {
    const blocks = blocksOf(paper, columns, widths, columns.map((column, at) => shownValue(values[at] ?? null, column.kind)), (at) => (at === 0 ? 'bold' : 'regular'));
    const needed = heightOf(paper, blocks);
    if (paper.room < needed) again(paper, header, height);
    rule(paper);
    const row = paper.part('TR', {}, struct);
    blocks.forEach((block, at) => cell(paper, at === 0 ? paper.part('TH', { scope: 'Row' }, row) : paper.part('TD', {}, row), block));
    row.end();
    paper.y += needed;
  }
  rule(paper);
  struct.end();
  paper.y += 10;
}

function cell(paper: Paper, part: PDFKit.PDFStructureElement, block: Block): void {
  paper.put(part, block, paper.y + padding.y);
  part.end();
}

function again(paper: Paper, header: readonly Block[], height: number): void {
  rule(paper);
  paper.turn();
  shade(paper, height);
  for (const block of header) paper.repeat(block, paper.y + padding.y);
  paper.y += height;
}

const heightOf = (paper: Paper, blocks: readonly Block[]): number => Math.max(...blocks.map((block) => paper.heightOf(block))) + 2 * padding.y;

function blocksOf(paper: Paper, columns: readonly Column[], widths: readonly number[], texts: readonly string[], fontOf: (at: number) => Font): Block[] {
  let x = paper.left;
  return texts.map((text, at) => {
    const block: Block = { text, font: fontOf(at), size, x: x + padding.x, width: widths[at]! - 2 * padding.x, align: columns[at]!.kind === 'text' ? 'left' : 'right' };
    x += widths[at]!;
    return block;
  });
}

/** Columns of texts get room by their longest text; those of numbers what their heading's longest word needs. */
function widthsOf(paper: Paper, columns: readonly Column[], rows: readonly (readonly Value[])[]): number[] {
  const wanted = columns.map(({ label, kind }, at) => {
    const word = label.split(/[\s-]/).reduce((longest, one) => Math.max(longest, one.length), 0) + 2;
    if (kind !== 'text') return Math.max(leastNumber, word);
    const longest = rows.reduce((most, values) => Math.max(most, String(values[at] ?? '').length), 0);
    return Math.max(leastText, word, Math.min(mostText, longest));
  });
  const sum = wanted.reduce((all, one) => all + one, 0);
  return wanted.map((one) => (paper.width * one) / sum);
}

const shade = (paper: Paper, height: number): void => paper.decorate((pdf) => void pdf.rect(paper.left, paper.y, paper.width, height).fill(inks.shade));
const rule = (paper: Paper): void => paper.decorate((pdf) => void pdf.moveTo(paper.left, paper.y).lineTo(paper.left + paper.width, paper.y).lineWidth(0.5).stroke(inks.line));
