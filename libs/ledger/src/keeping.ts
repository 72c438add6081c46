import type { LedgerContext } from './context.js';
import { carryOutErasure } from './erasure/carry-out.js';
import { retentionDue } from './erasure/due.js';
import { erasureHolds, holdErasure, liftErasureHold } from './erasure/hold.js';
import { erasedSince, erasureList, exportErasures, readErasures } from './erasure/list.js';
import { replayErasures } from './erasure/replay.js';
import { erasureObstacles, erasures, requestErasure, withdrawErasure } from './erasure/request.js';
import { makeDailyRoots, rootLines } from './roots/make-roots.js';
import { verifyRoots } from './roots/verify-roots.js';
import type { Keeping } from './types/keeping.js';

/** The calls of `Keeping`, given what they all work with. */
export function keepingOf(context: LedgerContext): Keeping {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    requestErasure: bound(requestErasure),
    withdrawErasure: bound(withdrawErasure),
    carryOutErasure: bound(carryOutErasure),
    erasures: bound(erasures),
    erasureObstacles: bound(erasureObstacles),
    holdErasure: bound(holdErasure),
    liftErasureHold: bound(liftErasureHold),
    erasureHolds: bound(erasureHolds),
    erasureList: bound(erasureList),
    erasedSince: bound(erasedSince),
    exportErasures: bound(exportErasures),
    replayErasures: async (lines, checker) => replayErasures(context, readErasures(lines, checker)),
    retentionDue: async (query) => retentionDue(context, query),
    makeDailyRoots: bound(makeDailyRoots),
    rootLines: bound(rootLines),
    verifyRoots: bound(verifyRoots),
  };
}
