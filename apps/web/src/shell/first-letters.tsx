import type { FormEvent } from 'react';

export interface Typing {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onSubmit: (event: FormEvent) => void;
}

const focus = (field: HTMLElement | null): void => field?.focus();

/** Takes what is typed while a dialogue that was asked for by a key is on its way, so that no letter is lost or taken for another key. */
export function FirstLetters({ label, typed, onTyped, onSubmit }: Typing & { readonly label: string }) {
  return (
    <form className="app-hidden" onSubmit={onSubmit}>
      <input aria-label={label} value={typed} onChange={({ target }) => onTyped(target.value)} ref={focus} autoComplete="off" />
    </form>
  );
}
