import type { OsloDate, WorkCalendar } from '@forlop/calendar';
import type { LedgerEvent } from '@forlop/pathway';
import { observations } from '../core/observation-types.js';
import { obligationWorkflowId } from '../core/obligation-keys.js';
import type { KeyedRow } from '../core/read-rows.js';
import type { ObligationKind, ObligationRef } from '../types/advancing.js';
import { askInstant } from './spread.js';

/** An obligation as its row says. */
export interface ObligationRow {
  readonly key: string;
  readonly duty: string;
  readonly kind: ObligationKind;
  readonly clock: string;
  readonly clock_key: string;
  readonly to_role: string;
  readonly opens_on: OsloDate;
  readonly closes_on: OsloDate | null;
  readonly due_on: OsloDate | null;
  readonly ask_on: readonly OsloDate[];
  readonly escalate_on: OsloDate | null;
  readonly escalate_to: string | null;
  readonly needs_confirmation: boolean;
  readonly template: string | null;
  readonly about: string;
}

/** Open on a day: opened, and not closed by then. */
export function isOpenObligation({ opens_on, closes_on }: Pick<ObligationRow, 'opens_on' | 'closes_on'>, today: OsloDate): boolean {
  return opens_on <= today && (closes_on === null || closes_on > today);
}

/** The first instant at which anybody is asked or told; null: nobody is. */
export function firstMoment(pathwayId: string, calendar: WorkCalendar, { key, ask_on, escalate_on }: Pick<ObligationRow, 'key' | 'ask_on' | 'escalate_on'>): string | null {
  const days = [...ask_on, ...(escalate_on === null ? [] : [escalate_on])].sort();
  return days[0] === undefined ? null : askInstant(calendar, obligationWorkflowId(pathwayId, key), days[0]);
}

/** When the first of the obligations whose workflows need not run yet has something to do; null: none has. */
export function nextStart(open: readonly ObligationRef[]): string | null {
  const moments = open.filter(({ dormant }) => dormant === true).flatMap(({ askAt, escalateAt }) => [...askAt, ...(escalateAt === null ? [] : [escalateAt])]);
  return moments.sort()[0] ?? null;
}

/** Obligations that a named person has let out of the house, and that have not been taken back since. */
export function confirmedKeys(events: readonly LedgerEvent[]): ReadonlySet<string> {
  const confirmed = new Set<string>();
  for (const { kind, type, data } of events) {
    if (kind !== 'observation') continue;
    const about = String(data['about'] ?? '');
    if (type === observations.confirmed) confirmed.add(about);
    if (type === observations.toldWithdrawn) confirmed.delete(about);
  }
  return confirmed;
}

/** What the observations say of those who were to be told. */
interface Told {
  readonly confirmed: ReadonlySet<string>;
  readonly unreached: ReadonlyMap<string, string>;
}

/**
 * Obligations whose owner was asked in vain, with the instant at which that was known: refused, bounced, without an address or a receipt, or
 * answered that it is not theirs. The coordinator has them from then on, whatever the definition planned; a later asking that arrived ends it.
 */
function unreachedSince(events: readonly LedgerEvent[]): Map<string, string> {
  const since = new Map<string, string>();
  for (const { kind, type, data, recordedAt } of events) {
    if (kind !== 'observation' || data['purpose'] === 'escalate') continue;
    const key = String(data['obligation'] ?? '');
    if (type === observations.tellingFailed && !since.has(key)) since.set(key, recordedAt);
    if (type === observations.told) since.delete(key);
  }
  return since;
}

/** The open ones as the workflow wants them. @param now the instant of evaluation, ISO 8601 in UTC: what comes later is dormant. */
export function openObligations(pathwayId: string, calendar: WorkCalendar, rows: readonly KeyedRow[], events: readonly LedgerEvent[], today: OsloDate, now: string): ObligationRef[] {
  const confirmed = confirmedKeys(events);
  const unreached = unreachedSince(events);
  return (rows as unknown as readonly ObligationRow[])
    .filter((row) => isOpenObligation(row, today))
    .map((row) => obligationRef(pathwayId, calendar, row, { confirmed, unreached }, now));
}

function obligationRef(pathwayId: string, calendar: WorkCalendar, row: ObligationRow, { confirmed, unreached }: Told, now: string): ObligationRef {
  const workflowId = obligationWorkflowId(pathwayId, row.key);
  const at = (day: OsloDate): string => askInstant(calendar, workflowId, day);
  const planned = row.escalate_on === null ? null : at(row.escalate_on);
  const failedAt = unreached.get(row.key) ?? null;
  const escalateAt = failedAt !== null && (planned === null || failedAt < planned) ? failedAt : planned;
  const first = firstMoment(pathwayId, calendar, row);
  return {
    key: row.key,
    workflowId,
    kind: row.kind,
    duty: row.duty,
    clock: row.clock,
    // A Saturday's and a Sunday's asking fall on the same Monday.
    askAt: [...new Set(row.ask_on.map(at))],
    escalateAt,
    needsConfirmation: row.needs_confirmation && !confirmed.has(row.key),
    dormant: (first === null || first > now) && failedAt === null,
  };
}
