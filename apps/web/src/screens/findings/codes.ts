import type { useText } from './messages.js';

const known = ['unexpected-in-step', 'requirement-not-met', 'met-before-start', 'new-date-after-breach', 'changed-after-assessment'] as const;

/** What is wrong, in words; a kind of finding that this page does not know yet is named as such. */
export function codeText(text: ReturnType<typeof useText>, code: string): string {
  const found = known.find((one) => one === code);
  return found === undefined ? text('finding-other') : text(`finding-${found}`);
}
