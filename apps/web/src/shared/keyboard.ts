import type { KeyboardEvent } from 'react';

/** For a text, where Enter is a new line: Ctrl+Enter sends its form. */
export function saveByCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}

/** Whether keys that are pressed there are text: then no letter is a command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));
}
