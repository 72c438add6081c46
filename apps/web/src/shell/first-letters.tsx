import type { FormEvent } from 'react';
import { firstFocus } from '../shared/first-focus.js';

export interface Typing {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onSubmit: (event: FormEvent) => void;
}

/** Takes what is typed while a dialogue that was asked for by a key is on its way, so that no letter is lost or taken for another key. */
export function FirstLetters({ label, typed, onTyped, onSubmit }: Typing & { readonly label: string }) {
  return (
    <form className="app-hidden" onSubmit={onSubmit}>
      <input aria-label={label} value={typed} onChange={({ target }) => onTyped(target.value)} ref={firstFocus} autoComplete="off" />
    </form>
  );
}
