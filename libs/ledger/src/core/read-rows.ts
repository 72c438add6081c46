import { addDays, minDate, type OsloDate } from '@forlop/calendar';
import { settledOf, type Settled } from '@forlop/compliance';
import type { ClockRow, CompiledDefinition, Evaluation, Finding, Obligation } from '@forlop/pathway';
import type { PathwayMode } from '../types/writing.js';
import { accessRows, isContested } from './access-rows.js';
import { findingsOf } from './changed-basis.js';
import { correctNotices, type CorrectNotice } from './correct-notices.js';
import type { StoredEvent } from './open-pathway.js';
import { responsibilities, responsibleOn } from './responsible.js';
import { caredFor } from './finding-care.js';
import { toAct } from './to-act.js';

/** Rows of the read tables as the database's columns are called, so that they go there and are compared as they are. */
export interface ReadRows {
  readonly state: StateRow;
  readonly clocks: readonly KeyedRow[];
  readonly obligations: readonly KeyedRow[];
  readonly findings: readonly KeyedRow[];
  readonly access: readonly KeyedRow[];
}

export interface KeyedRow {
  readonly key: string;
  readonly [column: string]: unknown;
}

export interface StateRow {
  readonly organisation_id: string;
  /** The first day on which another organisation has it; null while none is known. */
  readonly organisation_until: OsloDate | null;
  readonly listed: boolean;
  readonly as_of: OsloDate;
  readonly [column: string]: unknown;
}

/** What the ledger itself knows of a pathway, beside the evaluation. */
export interface RowContext {
  /** Has the pathway if no event says another. */
  readonly organisationId: string;
  readonly definition: CompiledDefinition;
  readonly mode: PathwayMode;
  readonly receivedOn: OsloDate;
  readonly quarantined: boolean;
}

/** Everything that the read tables say of one pathway: dates only, so that any later day's status follows by comparing. */
export function readRows(evaluation: Evaluation, events: readonly StoredEvent[], context: RowContext): ReadRows {
  const turns = responsibilities(events, context.receivedOn, context.organisationId);
  const { organisationId: organisation_id, to: organisation_until } = responsibleOn(turns, evaluation.asOf);
  const access = accessRows(events, turns, organisation_id, evaluation, context.definition);
  const seen = { organisation_id, organisation_until, restricted: isContested(access, evaluation.asOf) };
  const open = evaluation.clocks.filter((row) => isOpen(row, evaluation.asOf));
  const firsts = firstOfOwners(open);
  const settled = settledOf(evaluation, evaluation.regime.definition.id, evaluation.asOf);
  const findingsShown = caredFor(findingRows(findingsOf(evaluation, events)), events);
  return {
    state: { ...seen, ...stateRow(evaluation, open, context), ...toAct(evaluation, events, open, context.definition), finding_count: findingsShown.filter(({ set_aside: aside }) => aside !== true).length },
    clocks: evaluation.clocks.map((row) => clockColumns(row, seen, open.includes(row), firsts.has(row), settled.get(row.key))),
    obligations: [
      // Nobody is reminded of history. Going live writes what is to come with it.
      ...(context.mode === 'historical' ? [] : evaluation.obligations.map((o) => obligationColumns(o, organisation_id))),
      ...correctNotices(events).map((notice) => ({ organisation_id, ...noticeColumns(notice) })),
    ],
    findings: findingsShown.map((row) => ({ organisation_id, ...row })),
    access,
  };
}

const closedOn = (row: ClockRow): OsloDate | null => row.metOn ?? row.endedOn;

/** Nobody has met or ended it by this day; one that ends on a later day is open until then. */
function isOpen(row: ClockRow, asOf: OsloDate): boolean {
  const closed = closedOn(row);
  if (closed !== null && closed <= asOf) return false;
  return !(row.lapses && row.dueOn !== null && row.dueOn < asOf);
}

const earliest = (dates: readonly (OsloDate | null)[]): OsloDate | null => {
  const known = dates.filter((d) => d !== null);
  return known.length === 0 ? null : minDate(known[0]!, ...known);
};

function stateRow(evaluation: Evaluation, open: readonly ClockRow[], context: RowContext) {
  const { regime, variantNext } = evaluation;
  return {
    mode: context.mode,
    definition_id: regime.definition.id,
    definition_version: regime.definition.version,
    step: evaluation.step,
    step_since: evaluation.stepSince,
    active: evaluation.active,
    ended_on: evaluation.endedOn,
    variant: evaluation.variant,
    variant_next: variantNext?.variant ?? null,
    variant_next_from: variantNext?.from ?? null,
    received_on: context.receivedOn,
    no_next_step_from: evaluation.noNextStepFrom,
    next_due_on: earliest(open.map((row) => row.dueOn)),
    broken_from: earliest(open.map(brokenFrom)),
    at_risk_from: earliest(open.map((row) => row.atRiskFrom)),
    next_change_on: evaluation.nextChangeOn,
    quarantined: context.quarantined,
    // Nobody works on history: it is counted and looked up, and in the lists it would hide those who need something.
    listed: context.mode !== 'historical' && (evaluation.active || open.some((row) => row.dueOn !== null)),
    as_of: evaluation.asOf,
    kernel: evaluation.kernel,
  };
}

/** The first day on which an open clock is broken if nothing happens; null for one that never will be. */
function brokenFrom(row: ClockRow): OsloDate | null {
  if (row.dueOn === null || row.passedByPatient || row.lapses) return null;
  const closes = closedOn(row);
  return closes !== null && closes <= row.dueOn ? null : addDays(row.dueOn, 1);
}

/**
 * Each owner's first due open clock, by which the owner's own list is sorted. A clock that will end by itself does not
 * stand before others: when it ends at midnight, the next one must be in the list without anybody writing.
 */
function firstOfOwners(open: readonly ClockRow[]): ReadonlySet<ClockRow> {
  const firsts = new Set<ClockRow>();
  const taken = new Set<string>();
  const byDue = [...open].sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : (a.dueOn ?? '9') > (b.dueOn ?? '9') ? 1 : a.key < b.key ? -1 : 1));
  for (const row of byDue) {
    if (taken.has(row.owner)) continue;
    firsts.add(row);
    if (closedOn(row) === null && !row.lapses) taken.add(row.owner);
  }
  return firsts;
}

/** What a clock's row says of its pathway's whereabouts, as that of the pathway itself does. */
type Seen = Readonly<Record<'organisation_id' | 'organisation_until' | 'restricted', unknown>>;

/** One literal, because there are many rows to a write and putting objects together costs more than all that is in them. */
function clockColumns(row: ClockRow, seen: Seen, open: boolean, firstOfOwner: boolean, settled: Settled | undefined): KeyedRow {
  return {
    organisation_id: seen.organisation_id,
    organisation_until: seen.organisation_until,
    restricted: seen.restricted,
    key: row.key,
    clock: row.clock,
    occurrence: row.occurrence,
    kind: row.kind,
    rule_status: row.ruleStatus,
    owner: row.owner,
    start_on: row.startOn,
    warn_on: row.warnOn,
    at_risk_from: row.atRiskFrom,
    due_on: row.dueOn,
    met_on: row.metOn,
    ended_on: row.endedOn,
    ended_as: row.endedAs,
    passed_by_patient: row.passedByPatient,
    lapses: row.lapses,
    booked_on: row.bookedOn,
    foreseen_on: row.foreseenOn,
    delay_cause: row.delayCause,
    version: row.version,
    open,
    first_of_owner: firstOfOwner,
    counts_as: settled?.countsAs ?? null,
    until_on: settled?.untilOn ?? null,
  };
}

function obligationColumns(o: Obligation, organisationId: string): KeyedRow {
  return {
    organisation_id: organisationId,
    key: o.key,
    duty: o.duty,
    kind: o.kind,
    clock: o.clock,
    clock_key: o.clockKey,
    occurrence: o.occurrence,
    to_role: o.to,
    opens_on: o.opensOn,
    closes_on: o.closesOn,
    due_on: o.dueOn,
    ask_on: o.askOn,
    escalate_on: o.escalateOn,
    escalate_to: o.escalateTo,
    needs_confirmation: o.needsConfirmation,
    template: o.template,
    about: o.key,
  };
}

function noticeColumns(notice: CorrectNotice): KeyedRow {
  return {
    key: notice.key,
    duty: notice.duty,
    kind: 'correct-notice',
    clock: notice.clock,
    clock_key: notice.clockKey,
    occurrence: notice.nth,
    to_role: notice.to,
    opens_on: notice.opensOn,
    closes_on: notice.closesOn,
    due_on: null,
    ask_on: [notice.opensOn],
    escalate_on: null,
    escalate_to: null,
    needs_confirmation: false,
    template: null,
    about: notice.about,
  };
}

/** A fact can have several findings of one code; the kernel's order tells them apart. */
export function findingRows(findings: readonly Finding[]): KeyedRow[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, fact, occurredOn, rule, detail }) => {
    const same = [code, fact, rule ?? ''].join('/');
    const nth = (counts.get(same) ?? 0) + 1;
    counts.set(same, nth);
    return { key: `${same}/${nth}`, code, fact, occurred_on: occurredOn, rule, detail };
  });
}
