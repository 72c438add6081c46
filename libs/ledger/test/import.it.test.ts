import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems } from '@forlop/contracts';
import type { ImportedFact, ImportedPathway } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

const extract = { kind: 'integration', id: 'uttrekk:urn:prove' } as const;
const definition = { id: 'langvarig-utmattelse', version: '1.0.0' };
const today = osloDate('2026-03-20');

let house: TestLedger;
let organisationId: string;
beforeAll(async () => {
  house = await startLedger(today);
  organisationId = (await house.ledger.registerOrganisation({ kind: 'hospital', name: 'Prøve sykehus' })).id;
});
afterAll(() => house.close());

let serial = 0;
const fact = (type: string, occurredOn: string, data: ImportedFact['data'] = {}, key = type): ImportedFact => ({ key, type, occurredOn: osloDate(occurredOn), data });
const facts: readonly ImportedFact[] = [
  fact('henvisningMottatt', '2024-03-04', { hastegrad: 'routine' }),
  fact('vurdert', '2024-03-12', { utfall: 'rett', svarkode: '2' }),
  fact('fristSatt', '2024-03-12', { dato: '2024-05-28', arsak: 'forste' }),
  fact('svarSendt', '2024-03-13', { til: 'pasient' }),
  fact('helsehjelpStartet', '2024-06-03', { kontakttype: '1' }),
  fact('ventetidSluttet', '2024-06-03', { kode: '1' }),
];

/** A referral of the other system, each about a person of her own. */
function imported(more: Partial<ImportedPathway> = {}): ImportedPathway {
  serial += 1;
  return {
    source: { system: 'urn:prove', id: `H-${serial}` }, definition, organisationId, receivedOn: osloDate('2024-03-04'), facts,
    patient: { identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: '1984-05-02', serial, sex: 'kvinne' }) }, name: { given: 'Ida', family: 'Prøvesen' } },
    ...more,
  };
}

const importAll = (...pathways: ImportedPathway[]) => house.ledger.importPathways(pathways, extract);
const importOne = async (pathway: ImportedPathway) => (await importAll(pathway))[0]!;
const sound = async (pathwayId: string) => (await house.ledger.verify(pathwayId)).differences;

describe('an import', () => {
  test('makes a historical pathway that is chained, counted and found, and reminds nobody', async () => {
    const before = await house.ledger.backlog();
    const one = imported();
    const answer = await importOne(one);
    expect(answer).toMatchObject({ outcome: 'created', events: 7, corrections: 0, refusal: null });
    const view = await house.ledger.patientView(answer.pathwayId!);
    expect(view).toMatchObject({ mode: 'historical', step: { id: 'utredning' }, patient: { birthDate: '1984-05-02' } });
    expect(view.clocks.find(({ key }) => key === 'FRIST-INDIVIDUELL#1')).toMatchObject({ dueOn: '2024-05-28', metOn: '2024-06-03' });
    expect(await sound(answer.pathwayId!)).toEqual([]);
    expect((await house.ledger.searchByIdentifier(one.patient.identifier!.value)).map(({ pathwayId }) => pathwayId)).toEqual([answer.pathwayId]);
    // In no list but history's own: there is nothing that anybody should do.
    const listedIn = async (filter: object) => (await house.ledger.worklist({ limit: 200, filter: { step: 'utredning', ...filter } })).rows.map(({ pathwayId }) => pathwayId);
    expect(await listedIn({})).not.toContain(answer.pathwayId);
    expect(await listedIn({ mode: 'historical' })).toContain(answer.pathwayId);
    // Nothing for the relay, nobody for the sweep, and a workflow that asked all the same would be told to do nothing.
    expect(await house.ledger.backlog()).toEqual(before);
    expect((await house.ledger.livePathways({ limit: 100 })).map(({ pathwayId }) => pathwayId)).not.toContain(answer.pathwayId);
    expect(await house.ledger.advance(answer.pathwayId!, '2026-03-20T11:00:00Z')).toMatchObject({ mode: 'historical', openObligations: [] });
  });

  test('puts what does not fit in nobody\'s list of what must be seen to, until the pathway lives', async () => {
    const { pathwayId } = await importOne(imported({ facts: [...facts.slice(0, 4), fact('helsehjelpStartet', '2024-02-01', { kontakttype: '1' })] }));
    const listed = async () => (await house.ledger.findingsList()).rows.filter((row) => row.pathwayId === pathwayId);
    expect((await house.ledger.patientView(pathwayId!)).findings).not.toEqual([]);
    expect(await listed()).toEqual([]);
    await house.ledger.setMode(pathwayId!, 'live', 'Følges opp her fra nå.', coordinator);
    expect(await listed()).not.toEqual([]);
  });

  test('marks every event with where it came from', async () => {
    const { pathwayId } = await importOne(imported());
    const rows = await house.sql<{ actor: string; kind: string }>('select distinct actor, kind from event where pathway_id = $1', [pathwayId]);
    expect(rows).toEqual([{ actor: 'integration:uttrekk:urn:prove', kind: 'fact' }]);
  });

  test('has the same patient for several referrals, and knows who was here before', async () => {
    const live = referral();
    const known = await house.ledger.intake(live, coordinator);
    const [first, second, third] = [imported(), imported(), imported()];
    const answers = await importAll(first, { ...second, patient: first.patient }, { ...third, patient: live.patient });
    const patients = await house.sql<{ id: string; patient_id: string }>('select id, patient_id from pathway where id = any($1)', [answers.map(({ pathwayId }) => pathwayId)]);
    const patientOf = (pathwayId: string | null) => patients.find(({ id }) => id === pathwayId)!.patient_id;
    expect(patientOf(answers[1]!.pathwayId)).toBe(patientOf(answers[0]!.pathwayId));
    expect(patientOf(answers[2]!.pathwayId)).toBe(known.patientId);
    // Her running pathway is hers still: history is another one.
    expect(await house.ledger.patientView(known.pathwayId)).toMatchObject({ mode: 'live' });
  });

  test('without a number makes a patient of her own', async () => {
    const { pathwayId } = await importOne(imported({ patient: { birthDate: osloDate('2010-02-01') } }));
    expect(await house.ledger.patientView(pathwayId!)).toMatchObject({ patient: { birthDate: '2010-02-01', identifier: null } });
    expect(await sound(pathwayId!)).toEqual([]);
  });
});

describe('the same extract again', () => {
  test('records nothing, whoever runs it, and whatever else is in the batch', async () => {
    const [one, two] = [imported(), imported()];
    const [first] = await importAll(one);
    const counted = async () => (await house.sql<{ n: number }>('select count(*)::int as n from event'))[0]!.n;
    const before = await counted();
    const again = await importAll(one, two);
    expect(again).toMatchObject([{ outcome: 'same', events: 0, pathwayId: first!.pathwayId }, { outcome: 'created', events: 7 }]);
    expect(await counted()).toBe(before + 7);
  });

  test('with more in it extends the pathway, and with something else corrects it, once', async () => {
    const one = imported();
    const { pathwayId } = await importOne(one);
    const later = { ...one, facts: [...facts.map((f) => (f.type === 'helsehjelpStartet' ? { ...f, occurredOn: osloDate('2024-05-21') } : f)), fact('kontaktRegistrert', '2024-06-10', { rolle: 'spesialist' }, 'kontakt|K-1')] };
    expect(await importOne(later)).toMatchObject({ outcome: 'extended', events: 2, corrections: 1, pathwayId });
    expect(await importOne(later)).toMatchObject({ outcome: 'same' });
    const clock = async () => (await house.ledger.patientView(pathwayId!)).clocks.find(({ key }) => key === 'FRIST-INDIVIDUELL#1')!.metOn;
    expect(await clock()).toBe('2024-05-21');
    // Back again: what stands is what the extract says now.
    expect(await importOne(one)).toMatchObject({ outcome: 'extended', corrections: 1 });
    expect(await clock()).toBe('2024-06-03');
    expect(await sound(pathwayId!)).toEqual([]);
  });

  test('does not undo what a person has put right since', async () => {
    const one = imported();
    const { pathwayId } = await importOne(one);
    const { timeline } = await house.ledger.patientView(pathwayId!);
    const started = timeline.find(({ type }) => type === 'helsehjelpStartet')!;
    await house.ledger.correct(started.id, { occurredOn: '2024-05-27', data: { kontakttype: '1' }, text: 'Feil i journalen.' }, coordinator);
    expect(await importOne(one)).toMatchObject({ outcome: 'same' });
  });

  test('about another person is refused', async () => {
    const [one, other] = [imported(), imported()];
    await importOne(one);
    expect(await importOne({ ...one, patient: other.patient })).toMatchObject({ outcome: 'refused', refusal: 'other-patient' });
  });
});

describe('what cannot be', () => {
  test.each<[string, readonly ImportedFact[], string, string]>([
    ['an unknown event', [...facts, fact('oppdiktet', '2024-04-01')], '/6/type', 'unknown-event'],
    ['a code that the pathway does not have', [fact('henvisningMottatt', '2024-03-04'), fact('ventetidSluttet', '2024-06-03', { kode: '6' })], '/1/data/kode', 'unknown-code'],
    ['a day to come', [fact('henvisningMottatt', '2026-03-21')], '/0/occurredOn', 'date-in-future'],
    ['a day before birth', [fact('henvisningMottatt', '1984-05-01')], '/0/occurredOn', 'date-before-birth'],
    ['rules of its own', [fact('henvisningMottatt', '2024-03-04'), fact('forlopOpprettet', '2024-03-04')], '/1/type', 'unknown-event'],
    ['one key for two', [fact('henvisningMottatt', '2024-03-04'), fact('vurdert', '2024-03-05', { utfall: 'rett' }, 'henvisningMottatt')], '/1/key', 'wrong-type'],
  ])('%s: the referral is refused, and the others are in', async (_, wrong, path, code) => {
    const [bad, good] = await importAll(imported({ facts: wrong }), imported());
    expect(bad).toMatchObject({ outcome: 'refused', refusal: 'invalid', pathwayId: null });
    expect(bad!.errors.map((error) => [error.path, error.code])).toContainEqual([path, code]);
    expect(good).toMatchObject({ outcome: 'created' });
  });

  test('a referral twice in one batch, or an unknown pathway, is the caller\'s mistake', async () => {
    const one = imported();
    await expect(importAll(one, one)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(importAll(imported({ definition: { id: 'finnes-ikke', version: '1.0.0' } }))).rejects.toMatchObject({ code: 'unknown-definition' });
  });

  test('an erased patient does not come back', async () => {
    const one = imported();
    const { pathwayId } = await importOne(one);
    const { id } = await house.ledger.requestErasure(pathwayId!, { legalBasis: 'patients-demand', reason: 'Ba om det.' }, coordinator);
    await house.ledger.carryOutErasure(id, { kind: 'person', id: 'administrator-1' });
    expect(await importOne(one)).toMatchObject({ outcome: 'refused', refusal: 'erased' });
  });
});

describe('going live', () => {
  test('is a person\'s act: what is past is recorded and nothing of it is sent, and extracts keep away from then on', async () => {
    const open = imported({ facts: facts.slice(0, 4) });
    const { pathwayId } = await importOne(open);
    await house.ledger.setMode(pathwayId!, 'live', 'Overtatt fra journalen.', coordinator);
    const advanced = await house.ledger.advance(pathwayId!, '2026-03-20T11:00:00Z');
    expect(advanced.mode).toBe('live');
    const { timeline } = await house.ledger.patientView(pathwayId!);
    expect(timeline.filter(({ type }) => type === 'shown-broken').map(({ occurredOn }) => occurredOn)).toContain('2024-05-29');
    // What was planned for days before it went live is asked of nobody.
    const past = advanced.openObligations.flatMap(({ key, askAt }) => askAt.filter((moment) => moment < '2026-03-20').map((moment) => ({ key, attempt: Number(moment.slice(0, 10).replaceAll('-', '')) })));
    expect(past.length).toBeGreaterThan(0);
    for (const { key, attempt } of past) expect(await house.ledger.claimAttempt({ pathwayId: pathwayId!, key, attempt, purpose: 'ask' })).toMatchObject({ go: false });
    expect(await importOne({ ...open, facts })).toMatchObject({ outcome: 'refused', refusal: 'not-historical' });
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 700 });
  /** Facts of any dates, in any order; most of them make no sense together, and that is for the kernel to say. */
  const history = fc.array(fc.tuple(fc.constantFrom('vurdert', 'fristSatt', 'svarSendt', 'utsatt', 'helsehjelpStartet', 'ventetidSluttet', 'kontaktRegistrert', 'forlopAvsluttet'), day), { maxLength: 9 });
  const data = (type: string, on: OsloDate): ImportedFact['data'] => ({
    vurdert: { utfall: 'rett' }, fristSatt: { dato: addDays(on, 60) }, svarSendt: { til: 'pasient' }, utsatt: { kode: '1', gjelder: 'oppstart' }, helsehjelpStartet: {},
    ventetidSluttet: { kode: '1' }, kontaktRegistrert: { rolle: 'spesialist' }, forlopAvsluttet: { utfall: 'oppfolging-fullfort' },
  })[type]!;
  const factsOf = (told: readonly (readonly [string, number])[]): ImportedFact[] => [
    fact('henvisningMottatt', '2024-03-04'),
    ...told.map(([type, after], i) => {
      const on = addDays(osloDate('2024-03-04'), after);
      return fact(type, on, data(type, on), `${type}|${i}`);
    }),
  ];
  /** What the ledger holds of a pathway, but for ids that it gave and when it was recorded. */
  const held = async (pathwayId: string) => {
    const { timeline: _, patient: __, pathwayId: ___, position: ____, ...view } = await house.ledger.patientView(pathwayId);
    const events = await house.sql('select seq, id, kind, type, occurred_on::text, data, corrects, actor from event where pathway_id = $1 order by type, occurred_on, data::text', [pathwayId]);
    const rows = await house.sql(`select to_jsonb(c) - 'pathway_id' - 'facts' as row from clock_row c where pathway_id = $1 order by key`, [pathwayId]);
    return { view: { ...view, clocks: view.clocks.map(({ key, dueOn, metOn, endedOn }) => ({ key, dueOn, metOn, endedOn })) }, facts: events.map(({ seq: _seq, id: _id, ...event }) => event), rows };
  };

  test('all at once equals one at a time, and twice equals once', async () => {
    await fc.assert(fc.asyncProperty(history, async (told) => {
      const whole = imported({ facts: factsOf(told) });
      const { patient: _, ...rest } = imported({ facts: whole.facts });
      const piecemeal = { ...rest, patient: imported().patient };
      const at = await importOne(whole);
      for (let n = 1; n <= piecemeal.facts.length; n += 1) await importOne({ ...piecemeal, facts: piecemeal.facts.slice(0, n) });
      expect((await importOne(whole)).outcome).toBe('same');
      const { pathwayId } = await importOne(piecemeal);
      const [one, other] = [await held(at.pathwayId!), await held(pathwayId!)];
      const withoutFindings = ({ view: { findings: __, ...view }, ...more }: typeof one) => ({ ...more, view });
      expect(withoutFindings(other)).toEqual(withoutFindings(one));
      expect([...(await sound(at.pathwayId!)), ...(await sound(pathwayId!))]).toEqual([]);
    }), { numRuns: 6 });
  });
});
