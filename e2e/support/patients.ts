import { addDays, type OsloDate } from '@forlop/calendar';
import { demoUser } from '@forlop/identity';
import { systemActor } from '@forlop/ledger';
import { newPatient, refer, type TestPatient } from '../../test/system/patients.js';
import type { System } from '../../test/system/system.js';

/** A patient of one test's own. */
export interface Someone {
  /** The pathway's id. */
  readonly id: string;
  readonly number: string;
  /** As her own page says it. */
  readonly name: string;
  /** As lists say it. */
  readonly listed: string;
}

interface Fact {
  readonly type: string;
  readonly data?: object;
}

const actor = systemActor('e2e');
let made = 0;

/** Somebody with a name that nobody else has: names have no digits. */
export function nobodyElse(): TestPatient {
  made += 1;
  return { ...newPatient(), family: `Oppdikt${[...String(made).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}sen` };
}

/** Somebody who was referred today. */
export async function referred(system: System): Promise<Someone> {
  const patient = nobodyElse();
  const id = await refer(system, patient);
  return { id, number: patient.fodselsnummer, name: `${patient.given} ${patient.family}`, listed: `${patient.family}, ${patient.given}` };
}

/** What has happened to somebody today, as another system tells it. */
export async function happened(system: System, { id }: Someone, ...facts: readonly Fact[]): Promise<void> {
  const { status, body } = await system.api('POST', `/api/v1/pathways/${id}/facts`, { facts: facts.map(({ type, data = {} }) => ({ type, occurredOn: system.today, data })) });
  if (status !== 200 && status !== 201) throw new Error(`Not recorded: ${status} ${JSON.stringify(body)}`);
}

/** A day so long after today. */
export const daysOn = (system: System, days: number): OsloDate => addDays(system.today, days);

/** `20.03.2026`, as a day is typed. */
export const typed = (day: OsloDate): string => day.split('-').reverse().join('.');

/** `20. mars 2026`, as a day is shown. */
export const shown = (day: OsloDate): string => new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** Somebody with a right to care by a day two months from now, and a time offered two weeks before it. */
export async function waiting(system: System): Promise<Someone & { readonly frist: OsloDate; readonly time: OsloDate }> {
  const someone = await referred(system);
  const [frist, time] = [daysOn(system, 60), daysOn(system, 46)];
  await happened(system, someone, { type: 'vurdert', data: { utfall: 'rett' } }, { type: 'fristSatt', data: { dato: frist } }, { type: 'timeTilbudt', data: { tid: time, gjelder: 'oppstart' } });
  return { ...someone, frist, time };
}

/** Somebody whose assessment is done and who is on the way back to the primary service, with the demo user of the LMS among those who see her. */
export async function backFromAssessment(system: System): Promise<Someone> {
  const someone = await waiting(system);
  await happened(system, someone, { type: 'helsehjelpStartet' }, { type: 'utredningAvsluttet', data: { konklusjon: 'cfs-me' } });
  const { name, hprNumber } = demoUser('lms');
  await system.ledger.grantAccess(someone.id, { role: 'lms', hprNumber: hprNumber!, name }, actor);
  return someone;
}

/** Makes the demo user who is a fastlege the patient's. */
export async function givenFastlege(system: System, { id }: Someone): Promise<void> {
  const { name, hprNumber } = demoUser('fastlege');
  await system.ledger.setContact(id, 'fastlege', { name, email: 'fastlege@legesenter.example', hprNumber: hprNumber! }, actor);
}

/** The types of what persons and systems have recorded, with what the events hold. */
export async function recordedOf(system: System, { id }: Someone): Promise<readonly { readonly type: string; readonly occurredOn: string; readonly data: Readonly<Record<string, unknown>> }[]> {
  const { body } = await system.api('GET', `/api/v1/pathways/${id}`);
  return (body.timeline as { kind: string; type: string; occurredOn: string; data: Record<string, unknown> }[]).filter(({ kind }) => kind !== 'observation');
}
