import { addDays, birthdayAt, type OsloDate } from '@forlop/calendar';
import { clockStatus, type ClockRow, type Evaluation, type LedgerEvent, type PathwayInput } from '@forlop/pathway';
import { observations } from './observation-types.js';
import { toldObservations, type ObservationDraft } from './told-support.js';

export type { ObservationDraft } from './told-support.js';

/**
 * What has become true and was not observed yet. Pure: seen twice with the same events it gives nothing the second time.
 * Observations are made of what holds today; what came and went unseen (a warning of a clock that was met long
 * before anyone looked) is not observed, because it was not shown to anybody by this.
 */
export function observe(input: PathwayInput, now: Evaluation): ObservationDraft[] {
  const seen = new Set(input.events.filter((e) => e.kind === 'observation').map(subjectOf));
  const fresh = [...now.clocks.flatMap((row) => clockObservations(row, input.asOf)), ...turnings(input, now)];
  return [...fresh.filter((d) => !seen.has(subjectOf(d))), ...brokenObservations(input, now), ...toldObservations(input, now)];
}

/** What makes an observation the same as another: its kind, and the clock and day it speaks of. */
function subjectOf({ type, data }: Pick<LedgerEvent, 'type' | 'data'>): string {
  return [type, data['key'] ?? '', data['on'] ?? '', data['age'] ?? ''].join('|');
}

function clockObservations(row: ClockRow, today: OsloDate): ObservationDraft[] {
  const status = clockStatus(row, today);
  const found: ObservationDraft[] = [];
  const add = (type: string, on: OsloDate): void => void found.push({ type, occurredOn: on, data: { clock: row.clock, key: row.key, on } });
  if (row.warnOn !== null && row.warnOn <= today && ['warned', 'at-risk', 'broken'].includes(status)) add(observations.warned, row.warnOn);
  if (status === 'at-risk') add(observations.atRisk, row.atRiskFrom!);
  if (status === 'met-late') add(observations.metLate, row.metOn!);
  if (status === 'passed-by-patient') add(observations.passedByPatient, addDays(row.dueOn!, 1));
  return found;
}

/** Shown as broken, and taken back, in turns: the same clock and date can be broken, kept after all, and broken again. */
function brokenObservations(input: PathwayInput, now: Evaluation): ObservationDraft[] {
  const shown = shownBroken(input.events);
  const drafts: ObservationDraft[] = [];
  const holds = new Set<string>();
  for (const row of now.clocks) {
    const status = clockStatus(row, input.asOf);
    if (row.dueOn === null || (status !== 'broken' && status !== 'met-late')) continue;
    const from = addDays(row.dueOn, 1);
    const subject = `${row.key}|${from}`;
    holds.add(subject);
    if (status === 'broken' && !shown.has(subject)) {
      drafts.push({ type: observations.shownBroken, occurredOn: from, data: { clock: row.clock, key: row.key, on: from, due: row.dueOn, version: row.version } });
    }
  }
  for (const [subject, event] of shown) {
    if (holds.has(subject)) continue;
    const { clock, key, on, due } = event.data;
    drafts.push({ type: observations.brokenWithdrawn, occurredOn: input.asOf, data: { clock: clock!, key: key!, on: on!, due: due! } });
  }
  return drafts;
}

/** What is shown as broken and has not been taken back. */
function shownBroken(events: readonly LedgerEvent[]): Map<string, LedgerEvent> {
  const shown = new Map<string, LedgerEvent>();
  for (const event of events) {
    if (event.kind !== 'observation') continue;
    const subject = `${String(event.data['key'])}|${String(event.data['on'])}`;
    if (event.type === observations.shownBroken) shown.set(subject, event);
    if (event.type === observations.brokenWithdrawn) shown.delete(subject);
  }
  return shown;
}

/** Birthdays in the pathway at which its rules turn. */
function turnings(input: PathwayInput, now: Evaluation): ObservationDraft[] {
  const { birthDate, asOf } = input;
  const begun = input.events.find((e) => e.kind !== 'observation')?.occurredOn;
  if (birthDate === null || begun === undefined) return [];
  const definition = input.rules.definition(now.regime.definition.id, now.regime.definition.version);
  return definition.turningAges
    .map((age) => ({ age, on: birthdayAt(birthDate, age) }))
    .filter(({ on }) => on > begun && on <= asOf)
    .map(({ age, on }) => ({ type: observations.turned, occurredOn: on, data: { age } }));
}
