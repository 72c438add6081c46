import { textsOf } from '../shared/texts.js';
import en from './messages.en.json';
import nb from './messages.nb.json';

/** Texts of the shell. */
export const useText = textsOf('shell', { nb, en });
