import { countedInPast } from '@forlop/compliance';
import type { Rules } from '@forlop/pathway';
import type { Past } from '../context.js';

/** An earlier day worked out where it is asked about, however many pathways there are: for whoever has nothing else to answer meanwhile. */
export const inThisThread = (rules: Rules): Past => ({
  most: Infinity,
  async *counter(pages, query) {
    for await (const page of pages) yield countedInPast(page, query, rules);
  },
});
