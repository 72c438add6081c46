import en from './messages.en.json';
import nb from './messages.nb.json';
import { textsOf } from './texts.js';

/** Texts of the shared parts. */
export const useText = textsOf('shared', { nb, en });
