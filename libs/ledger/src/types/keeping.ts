import type { OsloDate } from '@forlop/calendar';
import type { SignatureChecker, Signer } from '@forlop/crypto';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type {
  Erasure, ErasureEntry, ErasureHold, ErasureInput, ErasureObstacle, ErasureQuery, ErasureRequested, ErasureResult, ErasureScope, ReplayReport, RetentionDue, RetentionQuery,
} from './erasure.js';
import type { RootsMade, RootsReport } from './roots.js';

/**
 * How long records are kept, how patients are erased, and the proof that nothing else went. With somebody's eyes
 * they ask for, hold back and list erasures of the patients that they see; carrying out concerns all records of a person. Lists for export, replay and
 * roots are the engine's alone.
 */
export interface Keeping {
  /** Asks that a pathway's patient be erased. Throws `unknown-pathway`, `bad-data`, `erased`. */
  requestErasure(pathwayId: string, input: ErasureInput, actor: Actor, within?: Transaction): Promise<ErasureRequested>;
  /** Takes a request back. Throws `unknown-erasure`, `bad-data`. */
  withdrawErasure(erasureId: string, actor: Actor, within?: Transaction): Promise<void>;
  /** Carries a request out, by another person than the one who asked. Throws `unknown-erasure`, `bad-data`. */
  carryOutErasure(erasureId: string, actor: Actor, within?: Transaction): Promise<ErasureResult>;
  /** Requests, those that wait first. */
  erasures(query?: ErasureQuery): Promise<readonly Erasure[]>;
  /** What stands in the way of a request now. Throws `unknown-erasure`. */
  erasureObstacles(erasureId: string, scope?: ErasureScope, within?: Transaction): Promise<readonly ErasureObstacle[]>;
  /** Sets a hold on a pathway's patient. Throws `unknown-pathway`, `bad-data`, `erased`. */
  holdErasure(pathwayId: string, reason: string, actor: Actor, within?: Transaction): Promise<ErasureHold>;
  /** Lifts a hold. Throws `unknown-erasure`, `bad-data`. */
  liftErasureHold(holdId: string, reason: string, actor: Actor, within?: Transaction): Promise<void>;
  /** The holds that stand on a pathway's patient. Throws `unknown-pathway`. */
  erasureHolds(pathwayId: string, within?: Transaction): Promise<readonly ErasureHold[]>;
  /** Everyone who was erased, in order. */
  erasureList(): Promise<readonly ErasureEntry[]>;
  /** Of them, those who were erased after what stands at a place in the ledger was recorded. */
  erasedSince(place: number): Promise<readonly ErasureEntry[]>;
  /** The list as signed lines, for keeping outside the database. */
  exportErasures(signer: Signer): Promise<readonly string[]>;
  /** Erases anew everyone on an exported list, after a restore. All lines are right, or nothing is done. Throws `bad-data`. */
  replayErasures(lines: readonly string[], checker: SignatureChecker): Promise<ReplayReport>;
  /** Patients whose records no rule keeps any longer. Erases nobody. Throws `bad-data`, `bad-cursor`. */
  retentionDue(query?: RetentionQuery): Promise<readonly RetentionDue[]>;
  /** Makes the day's signed root, and those of earlier days that nobody made. */
  makeDailyRoots(signer: Signer): Promise<RootsMade>;
  /** The roots' signed lines after a day, for export. */
  rootLines(after: OsloDate | null): Promise<readonly { readonly day: OsloDate; readonly line: string }[]>;
  /** Holds exported roots against the ledger. Changes nothing. */
  verifyRoots(lines: AsyncIterable<string> | Iterable<string>, checker: SignatureChecker): Promise<RootsReport>;
}
