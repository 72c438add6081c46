import { useMemo, useRef, type ReactNode } from 'react';
import { useCommands } from './commands.js';
import { useText } from './messages.js';

/** What must be seen to, one block under another; `j` and `k` go to the first thing in the block after and before. @param label what the list holds. */
export function Blocks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  useCommands(useMemo(() => [
    { id: 'blocks.next', title: text('nextBlock'), key: 'j', run: () => move(list.current, 1) },
    { id: 'blocks.previous', title: text('previousBlock'), key: 'k', run: () => move(list.current, -1) },
  ], [text]));
  return <ul className="app-blocks" aria-label={label} ref={list}>{children}</ul>;
}

/** From where the focus is; from outside of the list, to its first block. */
function move(list: HTMLUListElement | null, by: 1 | -1): void {
  const blocks = [...list?.children ?? []];
  const at = blocks.findIndex((block) => block.contains(document.activeElement));
  const block = blocks[at < 0 ? 0 : at + by];
  block?.querySelector<HTMLElement>('a, button')?.focus();
}
