/** The piles of the work list, in the order of their tabs; the words stand in the address. */
export const piles = ['alle', 'i-fare', 'brutt', 'uten-neste-steg', 'avvik', 'karantene'] as const;
export type Pile = (typeof piles)[number];

export const isPile = (word: unknown): word is Pile => piles.some((pile) => pile === word);

/** What the API is asked for each pile. */
export const filterOf = {
  alle: {},
  'i-fare': { atRisk: 'true' },
  brutt: { broken: 'true' },
  'uten-neste-steg': { noNextStep: 'true' },
  avvik: { findings: 'true' },
  karantene: { quarantine: 'true' },
} as const satisfies Record<Pile, object>;

/** Which of the counts tells how many a pile has. */
export const countOf = { alle: 'open', 'i-fare': 'atRisk', brutt: 'broken', 'uten-neste-steg': 'noNextStep', avvik: 'findings', karantene: 'quarantine' } as const satisfies Record<Pile, string>;
