import type { LedgerContext } from '../context.js';

/** Before the first of all ids. */
export const beforeAll = '00000000-0000-0000-0000-000000000000';
/** Enough that two never meet by chance. */
const pseudonymDigits = 32;

/** An id as a keyed hash: the same in the event log and in NPR-shaped rows of one installation, and not reversible without its key. */
export const pseudonymOf = ({ searchKey }: LedgerContext, id: string): string => searchKey.hash('event-log', id).toString('hex').slice(0, pseudonymDigits);
