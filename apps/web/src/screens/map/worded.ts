import type { Language } from '../../shared/texts.js';

/** A text of a definition: in the language that is chosen where it has it, else in bokmål, which all have. */
export const worded = (text: { readonly nb: string; readonly en?: string }, language: Language): string => (language === 'en' ? (text.en ?? text.nb) : text.nb);
