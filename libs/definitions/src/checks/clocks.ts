import type { ClockSpec, DutySpec } from '@forlop/pathway';
import { fieldOf, type CheckContext } from './context.js';

type Path = readonly PropertyKey[];

/** Each clock has what its mode and kind ask for. */
export function checkClocks(context: CheckContext): void {
  for (const [index, clock] of context.definition.clocks.entries()) {
    const path = ['clocks', index];
    checkKind(context, clock, path);
    checkDue(context, clock, path);
    checkKey(context, clock, path);
    checkBookings(context, clock, path);
    if (clock.guidesClock !== undefined && !context.clocks.has(clock.guidesClock)) {
      context.report([...path, 'guidesClock'], 'unknown-clock', `Klokken «${clock.guidesClock}» finnes ikke.`);
    }
  }
}

/** A right is law or it is not; a statistic has no limit, and everything else has one, or it warns of nothing. */
function checkKind({ report }: CheckContext, clock: ClockSpec, path: Path): void {
  const { kind, status, due } = clock;
  if (kind === 'legal' && status !== 'in-force') report([...path, 'status'], 'legal-not-in-force', 'En lovfestet frist må være gjeldende rett (in-force).');
  if (kind === 'statistic' && due !== undefined) report([...path, 'due'], 'statistic-with-due', 'En statistikk har ingen frist.');
  if (kind !== 'statistic' && due === undefined) report([...path, 'due'], 'required', 'Klokken mangler lengde. Bare statistikk er uten frist.');
  if (clock.metBy.length === 0 && (clock.endedBy ?? []).length === 0) report([...path, 'metBy'], 'never-met', 'Ingen hendelse oppfyller eller avslutter klokken.');
}

function checkDue({ definition, report }: CheckContext, { due, warn, start }: ClockSpec, path: Path): void {
  if (warn !== undefined && 'before' in warn && due === undefined) report([...path, 'warn'], 'warns-before-nothing', 'Uten frist er det ingenting å varsle før.');
  if (due === undefined) return;
  if ('after' in due) {
    const open = due.after.findIndex((length) => length.when === undefined);
    if (open === -1) report([...path, 'due', 'after'], 'no-length-otherwise', 'Den siste lengden må gjelde uten vilkår, ellers kan klokken bli stående uten frist.');
    else if (open < due.after.length - 1) report([...path, 'due', 'after', open + 1], 'never-used', 'Lengden før denne gjelder alltid.');
    return;
  }
  for (const { event } of start) {
    const field = fieldOf(definition, event, due.field);
    if (field === undefined) report([...path, 'due', 'field'], 'unknown-field', `Hendelsen «${event}» har ikke feltet «${due.field}».`);
    else if (field.type !== 'date') report([...path, 'due', 'field'], 'wrong-field-type', `«${due.field}» må være en dato.`);
    else if (field.required !== true) report([...path, 'due', 'field'], 'due-not-required', `«${due.field}» må være påkrevd, ellers kan klokken bli stående uten frist.`);
  }
}

/** `each` joins a start with its answer by a field that both carry. */
function checkKey({ definition, report }: CheckContext, { mode, key, start, metBy }: ClockSpec, path: Path): void {
  if (mode !== 'each') {
    if (key !== undefined) report([...path, 'key'], 'setting-does-not-fit', '«key» brukes bare når mode er each.');
    return;
  }
  if (key === undefined) return report([...path, 'key'], 'required', 'Klokken mangler «key», som sier hvilket svar som hører til hvilken start.');
  for (const { event } of [...start, ...metBy]) {
    if (fieldOf(definition, event, key) === undefined) report([...path, 'key'], 'unknown-field', `Hendelsen «${event}» har ikke feltet «${key}».`);
  }
}

function checkBookings({ definition, report }: CheckContext, clock: ClockSpec, path: Path): void {
  const { bookings, atRisk } = clock;
  if (atRisk !== undefined && bookings === undefined) report([...path, 'atRisk'], 'no-bookings', 'Uten timer er alt i fare. Oppgi «bookings».');
  if (bookings === undefined) return;
  const known = bookings.postponedBy.flatMap(({ event, causeField }) => Object.keys(fieldOf(definition, event, causeField)?.codes ?? {}));
  for (const [i, code] of bookings.patientCauses.entries()) {
    if (!known.includes(code)) report([...path, 'bookings', 'patientCauses', i], 'unknown-code', `Ingen utsettelse har koden «${code}».`);
  }
}

/** Each duty can open, and Helfo hears only of rights in force, and only when a named person has confirmed (BREACH-3). */
export function checkDuties(context: CheckContext): void {
  for (const [index, duty] of context.definition.duties.entries()) {
    const path = ['duties', index];
    const clock = context.clocks.get(duty.clock);
    if (clock === undefined) {
      context.report([...path, 'clock'], 'unknown-clock', `Klokken «${duty.clock}» finnes ikke.`);
      continue;
    }
    const lacking = lackingFor(duty.opens.at, clock);
    if (lacking !== null) context.report([...path, 'opens', 'at'], 'never-opens', `Plikten åpner aldri: klokken «${clock.id}» mangler «${lacking}».`);
    if (duty.kind === 'notify-helfo') checkHelfo(context, duty, clock, path);
  }
}

function lackingFor(at: DutySpec['opens']['at'], clock: ClockSpec): string | null {
  switch (at) {
    case 'start':
      return null;
    case 'warn':
      return clock.warn === undefined ? 'warn' : null;
    case 'at-risk':
      return clock.atRisk ?? clock.riskSaidBy ?? clock.breachForeseenBy ? null : 'atRisk';
    case 'foreseen-or-broken':
      return clock.due === undefined ? 'due' : clock.breachForeseenBy === undefined ? 'breachForeseenBy' : null;
    default:
      return clock.due === undefined ? 'due' : null;
  }
}

function checkHelfo({ report }: CheckContext, duty: DutySpec, clock: ClockSpec, path: Path): void {
  if (clock.kind !== 'legal' || clock.status !== 'in-force') {
    report([...path, 'kind'], 'helfo-needs-a-right', `Helfo varsles bare om lovfestede frister som gjelder. «${clock.id}» er ${clock.kind} og ${clock.status}.`);
  }
  if (duty.needsConfirmation !== true) report([...path, 'needsConfirmation'], 'helfo-needs-confirmation', 'En navngitt person må bekrefte før Helfo varsles.');
}
