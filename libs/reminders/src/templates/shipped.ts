import { healthEn } from './data/health-en.js';
import { healthNb } from './data/health-nb.js';
import { healthNn } from './data/health-nn.js';
import { nothingEn } from './data/nothing-en.js';
import { nothingNb } from './data/nothing-nb.js';
import { nothingNn } from './data/nothing-nn.js';
import { loadTemplates, type Templates } from './load.js';
import type { TemplateSet } from './types.js';

/** What is shipped, as data. */
export const shippedSets: readonly TemplateSet[] = [nothingNb, nothingNn, nothingEn, healthNb, healthNn, healthEn];

/** The templates that are shipped, checked when this is loaded. */
export const shippedTemplates: Templates = loadTemplates(shippedSets);
