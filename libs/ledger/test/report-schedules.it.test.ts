import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticFodselsnummer } from '@forlop/contracts';
import { osloDate } from '@forlop/calendar';
import type { Ledger, ReportMade, ReportSchedule, ReportScheduleInput } from '../src/index.js';
import { personNumberHash } from '../src/tenancy/holder.js';
import { coordinator, searchKey } from './helpers.js';
import { eyes, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

interface Person {
  readonly id: string;
  readonly number: string;
  readonly hash: string;
}

let house: TwoHospitals;
let anne: Person;
let mine: Ledger;
const grants = new Map<string, string>();

async function person(id: string, role: string, name: string, n: number): Promise<Person> {
  const number = syntheticFodselsnummer({ birthDate: '1980-01-01', serial: n, sex: 'kvinne' });
  const hash = personNumberHash(searchKey, number);
  const grant = await house.ledger.grantRole({ personNumber: number, name, role: role as never, organisationId: house.sor, why: 'Prøve.', from: osloDate('2020-01-01') }, coordinator);
  grants.set(id, grant.id);
  await house.sql(`insert into known_person (principal, person) values ($1, decode($2, 'hex'))`, [id, hash]);
  return { id, number, hash };
}

beforeAll(async () => {
  house = await twoHospitals('2026-01-15');
  await house.ledger.setEffects(true, 'Prøve.', coordinator);
  await house.patientAt(southern);
  anne = await person('anne', 'auditor', 'Anne Revisor', 11);
  await person('berit', 'coordinator', 'Berit Leder', 12);
  mine = house.api.as(eyes([house.sor, house.avdeling], [anne.hash], 'person:anne'));
}, 120_000);
afterAll(() => house?.close());

const asAnne = { kind: 'person', id: 'anne' } as const;
const input = (more: Partial<ReportScheduleInput> = {}): ReportScheduleInput => ({
  title: 'Frister, hver måned', organisationId: house.sor, definition: null, clocks: null, cohort: 'started', splitBy: [], cadence: 'monthly', weekday: null, period: 'last-month',
  formats: ['pdf', 'json'], language: 'nb', ownerEmail: 'anne@prove.example', receivers: [{ id: 'berit', email: 'berit@prove.example' }], ...more,
});
const made = (more: Partial<ReportScheduleInput> = {}): Promise<ReportSchedule> => mine.saveReportSchedule(null, input(more), asAnne);
/** What the workflow does when it wakes. */
async function wake(id: string): Promise<ReportMade[]> {
  const done: ReportMade[] = [];
  for (const one of await house.ledger.planReports(id)) done.push(await house.ledger.makeReport(one, house.api));
  return done;
}
const periods = async (id: string) => (await mine.reportRuns(id)).map(({ occurrenceOn, from, to }) => [occurrenceOn, from, to]);
async function letters(outcome: Parameters<Ledger['settleReportMail']>[1] = { status: 'sent', template: 'prove@1' }) {
  const due = await house.ledger.claimReportMails(50);
  for (const { id } of due) await house.ledger.settleReportMail(id, outcome);
  return due;
}

describe('a report that is made by itself', () => {
  test('says when it comes, is made at seven on the first working day, once, and is told of by a mail without a number', async () => {
    house.at('2026-04-10T10:00:00Z');
    const { id, next, owner, receivers } = await made();
    expect([next, owner.name, receivers[0]!.name]).toEqual([{ on: '2026-05-04', at: '2026-05-04T05:00:00.000Z', from: '2026-04-01', to: '2026-04-30' }, 'Anne Revisor', 'Berit Leder']);
    for (const early of ['2026-05-01T08:00:00Z', '2026-05-04T04:59:59Z']) {
      house.at(early);
      expect(await wake(id)).toEqual([]);
    }
    house.at('2026-05-04T05:00:00Z');
    const [planned] = await house.ledger.planReports(id);
    expect(await wake(id)).toEqual(['made']);
    expect([await wake(id), await house.ledger.makeReport(planned!, house.api)]).toEqual([[], 'exists']);
    const [run] = await mine.reportRuns(id);
    expect(run).toMatchObject({ occurrenceOn: '2026-05-04', from: '2026-04-01', to: '2026-04-30', outcome: 'made', mails: [{ receiver: { id: 'berit', name: 'Berit Leder' }, state: 'planned' }] });
    const stored = await mine.storedReport(id, run!.id);
    expect(createHash('sha256').update(stored.canonical).digest('hex')).toBe(stored.sha256);
    expect(JSON.parse(stored.canonical)).toMatchObject({ query: { from: '2026-04-01', to: '2026-04-30', asOf: '2026-04-30', organisation: house.sor }, suppressed: 'none' });
    expect(Object.values(stored.names)).toContain('Sykehuset Sør');
    expect(await letters()).toEqual([{ id: expect.any(String), scheduleId: id, runId: run!.id, kind: 'ready', language: 'nb', email: 'berit@prove.example' }]);
    expect([await letters(), (await mine.reportRuns(id))[0]!.mails[0]!.state]).toEqual([[], 'sent']);
  });

  test('the report is what its owner would be given, and what is stored nobody can change', async () => {
    house.at('2026-02-01T10:00:00Z');
    const { id } = await made({ period: 'year-to-date' });
    house.at('2026-03-02T07:00:00Z');
    expect(await wake(id)).toEqual(['made', 'made']);
    const [run] = await mine.reportRuns(id);
    const { canonical } = await mine.storedReport(id, run!.id);
    const asked = await mine.complianceReport(JSON.parse(canonical).query);
    expect(asked.report.lines).toEqual(JSON.parse(canonical).lines);
    expect(asked.report.lines.some(({ asRegistered }) => asRegistered.started > 0)).toBe(true);
    for (const statement of ['update report_run set title = title', 'delete from report_run']) {
      await expect(house.asTenant(eyes([house.sor]), statement)).rejects.toThrow(/permission denied/);
      await expect(house.sql(`begin; set local role forlop_app; ${statement}`)).rejects.toThrow(/permission denied/);
      await house.sql('rollback');
    }
  });

  test('after weeks without a worker each that was missed is made once, in order, and two that make them at once make none twice', async () => {
    house.at('2026-03-16T10:00:00Z');
    const { id } = await made({ cadence: 'weekly', weekday: 1, period: 'last-week' });
    house.at('2026-04-14T10:00:00Z');
    const both = (await Promise.all([wake(id), wake(id)])).flat();
    expect(both.filter((one) => one === 'made')).toHaveLength(4);
    // Easter Monday is the 6th; clocks went forward on the 29th of March.
    expect(await periods(id)).toEqual(expect.arrayContaining([['2026-03-23', '2026-03-16', '2026-03-22'], ['2026-03-30', '2026-03-23', '2026-03-29'], ['2026-04-07', '2026-03-30', '2026-04-05'], ['2026-04-13', '2026-04-06', '2026-04-12']]));
  });

  test('whoever has lost the right gets nothing, and the owner is told', async () => {
    house.at('2026-04-10T10:00:00Z');
    await letters();
    const carl = await person('carl', 'coordinator', 'Carl Før', 13);
    const { id } = await made({ receivers: [{ id: 'berit', email: 'berit@prove.example' }, { id: carl.id, email: 'carl@prove.example' }] });
    house.at('2026-05-04T06:00:00Z');
    await wake(id);
    await house.ledger.withdrawRole(grants.get('carl')!, 'Sluttet.', coordinator);
    const sent = [...(await letters()), ...(await letters())].filter(({ scheduleId }) => scheduleId === id);
    expect(sent.map(({ kind, email }) => [kind, email])).toEqual([['ready', 'berit@prove.example'], ['receiver-without-right', 'anne@prove.example']]);
    expect((await mine.reportRuns(id))[0]!.mails.find(({ receiver }) => receiver.id === 'carl')).toMatchObject({ state: 'suppressed', code: 'without-right' });
  });

  test('an owner who has lost it has none made, is told, and it rests until somebody with the right takes it over', async () => {
    house.at('2026-04-10T10:00:00Z');
    const dina = await person('dina', 'auditor', 'Dina Før', 14);
    const hers = house.api.as(eyes([house.sor, house.avdeling], [dina.hash], 'person:dina'));
    const { id } = await hers.saveReportSchedule(null, input({ ownerEmail: 'dina@prove.example' }), { kind: 'person', id: 'dina' });
    await house.ledger.withdrawRole(grants.get('dina')!, 'Sluttet.', coordinator);
    house.at('2026-06-02T06:00:00Z');
    expect(await wake(id)).toEqual(['refused', 'gone']);
    expect(await mine.reportSchedule(id)).toMatchObject({ state: 'paused', pausedWhy: 'owner-without-right', next: null });
    expect((await letters()).filter(({ scheduleId }) => scheduleId === id).map(({ kind, email }) => [kind, email])).toEqual([['owner-without-right', 'dina@prove.example']]);
    await expect(mine.setReportScheduleState(id, 'active')).rejects.toMatchObject({ code: 'not-now' });
    expect(await mine.saveReportSchedule(id, input(), asAnne)).toMatchObject({ state: 'active', owner: { id: 'anne' }, next: { on: '2026-07-01' } });
  });

  test('paused it makes nothing, and resumed not what fell due meanwhile; deleted while it is made it leaves nothing, and what it made is kept', async () => {
    house.at('2026-04-10T10:00:00Z');
    const { id } = await made();
    await mine.setReportScheduleState(id, 'paused');
    house.at('2026-05-04T06:00:00Z');
    expect(await wake(id)).toEqual([]);
    await mine.setReportScheduleState(id, 'active');
    expect(await wake(id)).toEqual([]);
    house.at('2026-06-01T06:00:00Z');
    expect(await wake(id)).toEqual(['made']);
    house.at('2026-07-01T06:00:00Z');
    const [planned] = await house.ledger.planReports(id);
    await mine.setReportScheduleState(id, 'deleted');
    expect(await house.ledger.makeReport(planned!, house.api)).toBe('gone');
    expect(await periods(id)).toEqual([['2026-06-01', '2026-05-01', '2026-05-31']]);
    await expect(mine.setReportScheduleState(id, 'active')).rejects.toMatchObject({ code: 'not-now' });
  });

  test('asked for at once it is made of what is over, and not once more the day that it falls due', async () => {
    house.at('2026-05-04T04:00:00Z');
    const { id } = await made();
    expect((await mine.requestReport(id, asAnne)).requestedAt).not.toBeNull();
    expect(await wake(id)).toEqual(['made']);
    expect((await mine.reportSchedule(id)).requestedAt).toBeNull();
    house.at('2026-05-04T05:00:00Z');
    expect([await wake(id), await periods(id)]).toEqual([[], [[null, '2026-04-01', '2026-04-30']]]);
    await expect(mine.requestReport(id, asAnne)).rejects.toMatchObject({ code: 'not-now', message: expect.stringContaining('alt laget') });
  });

  test('a mail server that is away is tried with pauses and the same id until it is given up', async () => {
    house.at('2026-04-10T10:00:00Z');
    const { id } = await made();
    house.at('2026-05-04T05:00:00Z');
    await wake(id);
    const of = (due: Awaited<ReturnType<typeof letters>>) => due.filter(({ scheduleId }) => scheduleId === id).map(({ id: mail }) => mail);
    const first = of(await letters({ status: 'not-sent', code: 'smtp-unreachable' }));
    expect([first.length, of(await letters())]).toEqual([1, []]);
    // Ended between handing it over and recording that.
    house.at('2026-05-04T05:03:00Z');
    expect(of(await house.ledger.claimReportMails(50))).toEqual(first);
    house.at('2026-05-04T05:09:00Z');
    expect(of(await letters({ status: 'not-sent', code: 'smtp-unreachable' }))).toEqual(first);
    house.at('2026-05-08T05:00:00Z');
    expect(of(await letters({ status: 'not-sent', code: 'smtp-unreachable' }))).toEqual(first);
    expect((await mine.reportRuns(id))[0]!.mails[0]).toMatchObject({ state: 'failed', code: 'smtp-unreachable' });
  });
});

test('it is refused where whoever asks or is told has no right, and where the period does not fit; and nobody sees another hospital’s', async () => {
  house.at('2026-04-10T10:00:00Z');
  const { id } = await made();
  const others = house.api.as(eyes([house.nord], [], 'person:erik'));
  expect(await others.reportSchedules()).toEqual([]);
  for (const call of [others.reportSchedule(id), others.reportRuns(id), others.setReportScheduleState(id, 'deleted'), others.requestReport(id, asAnne), others.storedReport(id, id)]) await expect(call).rejects.toMatchObject({ code: 'unknown-schedule' });
  await expect(made({ organisationId: house.nord })).rejects.toMatchObject({ code: 'unknown-organisation' });
  await expect(made({ receivers: [{ id: 'ukjent', email: 'x@prove.example' }] })).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('mottakerne') });
  await expect(made({ period: 'last-year' })).rejects.toMatchObject({ code: 'bad-data' });
  await expect(made({ cadence: 'weekly', period: 'last-week' })).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('ukedag') });
  await expect(others.reportReaders(house.sor)).rejects.toMatchObject({ code: 'unknown-organisation' });
  expect(await mine.reportReaders(house.sor)).toEqual(expect.arrayContaining([{ id: 'anne', name: 'Anne Revisor' }, { id: 'berit', name: 'Berit Leder' }]));
});

test('what has changed is followed once, and what falls due is seen', async () => {
  house.at('2026-04-10T10:00:00Z');
  const { id } = await made();
  const of = async (changed: boolean) => (await house.ledger.reportSchedulesToFollow({ changed })).find((one) => one.id === id);
  const first = await of(true);
  expect(first).toMatchObject({ state: 'active', revision: 1, due: false });
  await mine.setReportScheduleState(id, 'paused');
  await house.ledger.reportScheduleFollowed(id, first!.revision);
  expect(await of(true)).toMatchObject({ state: 'paused', revision: 2 });
  await mine.setReportScheduleState(id, 'active');
  await house.ledger.reportScheduleFollowed(id, 3);
  house.at('2026-05-04T05:00:00Z');
  expect([await of(true), await of(false)]).toEqual([undefined, expect.objectContaining({ due: true })]);
});
