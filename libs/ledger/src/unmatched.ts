import type { LedgerContext } from './context.js';
import type { Unmatched } from './types/unmatched.js';
import { forgetUnmatched, keepUnmatched } from './unmatched/keep.js';
import { openUnmatched, unmatchedCounts, unmatchedList } from './unmatched/look.js';
import { attachUnmatched, giveUnmatched, setAsideUnmatched } from './unmatched/settle.js';

/** The calls about what came in and belongs to nothing, each a function of one file. */
export function unmatchedOf(context: LedgerContext): Unmatched {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    keepUnmatched: bound(keepUnmatched),
    unmatchedList: async (query) => unmatchedList(context, query),
    unmatchedCounts: bound(unmatchedCounts),
    openUnmatched: bound(openUnmatched),
    giveUnmatched: bound(giveUnmatched),
    attachUnmatched: bound(attachUnmatched),
    setAsideUnmatched: bound(setAsideUnmatched),
    forgetUnmatched: bound(forgetUnmatched),
  };
}
