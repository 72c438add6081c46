export const tabs = ['avvik', 'karantene', 'meldinger'] as const;
export type Tab = (typeof tabs)[number];
export const isTab = (word: unknown): word is Tab => tabs.some((tab) => tab === word);

/** Ways to put something right: correct it, take it back, take it in, put it on a pathway, set it aside. */
export const tasks = ['rett', 'trekk', 'ta-inn', 'legg-pa', 'sett-til-side'] as const;
export type Task = (typeof tasks)[number];
export const isTask = (word: unknown): word is Task => tasks.some((task) => task === word);
