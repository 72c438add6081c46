import { textsOf } from '../../../shared/texts.js';
import en from './messages.en.json';
import nb from './messages.nb.json';

export const useText = textsOf('revision-glass', { nb, en });
