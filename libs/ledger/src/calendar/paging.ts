import { LedgerError } from '../types/errors.js';

const defaultLimit = 50;
const mostRows = 200;

/** How many rows a page has. @throws LedgerError `bad-data`. */
export function limitOf({ limit = defaultLimit }: { readonly limit?: number }): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) throw new LedgerError('bad-data', `En side har fra 1 til ${mostRows} rader.`);
  return limit;
}

/** A patient as a row of a list names her. */
export interface PatientColumns {
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
}
