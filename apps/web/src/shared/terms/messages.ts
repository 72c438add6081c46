import { textsOf } from '../texts.js';
import en from './messages.en.json';
import nb from './messages.nb.json';

/** Every term with what it means: `<id>` is its name, `<id>-means` what it means. */
export const useTerms = textsOf('terms', { nb, en });

type Key = keyof typeof nb;
/** A term that is explained. */
export type TermId = { [K in Key]: `${K}-means` extends Key ? K : never }[Key];

/** All terms, as the message file orders them. */
export const termIds = Object.keys(nb).filter((key): key is TermId => `${key}-means` in nb);
