import type { components } from '../../client/schema.js';
import type { Language } from '../../shared/texts.js';

/** What a code of the definition is called, in the language that is chosen where it exists. */
export const titleShown = (title: components['schemas']['Text'], language: Language): string => (language === 'en' ? (title.en ?? title.nb) : title.nb);
