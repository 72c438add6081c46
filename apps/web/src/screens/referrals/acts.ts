/** What can be done with a referral: the word of the address, the definition's command, and the letter that opens its form. */
export const acts = [
  { act: 'rett', command: 'vurder-rett', key: 'r' },
  { act: 'supplement', command: 'etterspor-supplement', key: 's' },
  { act: 'videresend', command: 'vurder-videresend', key: 'v' },
  { act: 'avslag', command: 'vurder-avslag', key: 'x' },
  { act: 'rad', command: 'vurder-rad', key: 'b' },
  // Follows by itself when a right was given, since it needs its last day.
  { act: 'frist', command: 'sett-frist', key: 'f' },
] as const;

export type Act = (typeof acts)[number]['act'];

export const isAct = (word: unknown): word is Act => acts.some(({ act }) => act === word);

/** The referral after this one; the first of the rest when it was the last, none when there is no other. */
export function nextAfter(ids: readonly string[], id: string): string | undefined {
  const place = ids.indexOf(id);
  return ids[place + 1] ?? ids.find((other) => other !== id);
}
