import { createHash } from 'node:crypto';
import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { canonicalJson } from '@forlop/pathway';
import { isUuid } from '../core/event-id.js';
import { LedgerError } from '../types/errors.js';
import type { WorklistFilter, WorklistSort } from '../types/reading.js';

/** Where a page ended. The as-of date goes along, so that a list does not change under a reader at midnight. */
export interface WorklistCursor {
  readonly list: string;
  readonly asOf: OsloDate;
  readonly value: string;
  readonly pathwayId: string;
  readonly key: string;
}

/** Names a list, so that a cursor of one is not used on another. */
export function listName(filter: WorklistFilter, sort: WorklistSort, descending: boolean): string {
  return createHash('sha1').update(canonicalJson({ filter, sort, ...(descending && { descending }) })).digest('base64url').slice(0, 12);
}

export function writeCursor(cursor: unknown): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
}

const badCursor = (): LedgerError => new LedgerError('bad-cursor', 'Markøren hører ikke til denne listen. Begynn på første side.');

/** @throws LedgerError `bad-cursor`. */
export function readCursor<T>(text: string, isCursor: (value: unknown) => value is T): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    throw new LedgerError('bad-cursor', badCursor().message, { cause: error });
  }
  if (!isCursor(value)) throw badCursor();
  return value;
}

/** The cursor of a list that is sorted by dates, or by texts. @throws LedgerError `bad-cursor`. */
export function worklistCursor(text: string, list: string, sortedBy: 'date' | 'text'): WorklistCursor {
  const cursor = readCursor(text, isWorklistCursor);
  if (cursor.list !== list || !(sortedBy === 'text' || isSortedDate(cursor.value))) throw badCursor();
  return cursor;
}

/** Longer than any id of a step, a variant or a person. */
const mostText = 200;

const isSortedDate = (value: string): boolean => value === 'infinity' || value === '-infinity' || isOsloDate(value);

function isWorklistCursor(value: unknown): value is WorklistCursor {
  if (typeof value !== 'object' || value === null) return false;
  const { list, asOf, value: at, pathwayId, key } = value as Record<string, unknown>;
  return typeof list === 'string' && isOsloDate(asOf) && typeof at === 'string' && at.length <= mostText && !at.includes('\0') && isUuid(pathwayId) && typeof key === 'string';
}
