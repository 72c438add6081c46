/** Which patients behind a number of a week; the words stand in the address, and what the API calls each. */
export const choices = { 'uten-time': 'missing', 'med-time': 'in-time', alle: 'any' } as const;
export type Choice = keyof typeof choices;

export const isChoice = (word: unknown): word is Choice => typeof word === 'string' && Object.hasOwn(choices, word);

/** How high a bar is, in percent of the highest. @param highest of all that stand in the same picture. */
export const barHeight = (value: number, highest: number): number => (highest === 0 ? 0 : Math.round((value / highest) * 100));
