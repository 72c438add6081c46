import { open, seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import { LedgerError } from '../types/errors.js';

/** Reasons are sealed under a key of the house, as they must be readable when the patient's key is gone. */
export interface Reasons {
  seal(id: string, reason: string): Buffer;
  open(id: string, sealed: Buffer): string;
}

const contextOf = (id: string) => ({ owner: 'erasure', purpose: `reason/${id}` });
const longest = 2_000;

/** The key is read, and the first time made, in the caller's transaction where there is one. */
export async function reasonsOf(context: LedgerContext, within?: Transaction): Promise<Reasons> {
  const key = await systemKey(context, 'erasure', within);
  return { seal: (id, reason) => seal(key, reason, contextOf(id)), open: (id, sealed) => open(key, sealed, contextOf(id)) as string };
}

/** @throws LedgerError `bad-data`. */
export function checkReason(reason: string, sentence: string): void {
  if (reason.trim() === '') throw new LedgerError('bad-data', sentence);
  if (reason.length > longest) throw new LedgerError('bad-data', `En begrunnelse kan ha høyst ${longest} tegn.`);
}
