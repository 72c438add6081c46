/** The piles of the work list, in the order of their tabs: first what the house must do. The words stand in the address. */
export const piles = ['i-dag', 'i-fare', 'brutt', 'uten-neste-steg', 'venter', 'avvik', 'karantene', 'alle'] as const;
export type Pile = (typeof piles)[number];

/** What is shown where the address names no pile. */
export const firstPile: Pile = 'i-dag';

export const isPile = (word: unknown): word is Pile => piles.some((pile) => pile === word);

/** What the API is asked for each pile. */
export const filterOf = {
  'i-dag': { today: 'true' },
  'i-fare': { atRisk: 'true' },
  brutt: { broken: 'true' },
  'uten-neste-steg': { noNextStep: 'true' },
  venter: { waitingForOthers: 'true' },
  avvik: { findings: 'true' },
  karantene: { quarantine: 'true' },
  alle: {},
} as const satisfies Record<Pile, object>;

/** Which of the counts tells how many a pile has. */
export const countOf = {
  'i-dag': 'today', 'i-fare': 'atRisk', brutt: 'broken', 'uten-neste-steg': 'noNextStep', venter: 'waitingForOthers', avvik: 'findings', karantene: 'quarantine', alle: 'open',
} as const satisfies Record<Pile, string>;
