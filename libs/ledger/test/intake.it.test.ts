import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import type { RefusedReferral } from '../src/index.js';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
beforeEach(() => house.at('2026-03-23'));
afterAll(() => house.close());

const types = async (pathwayId: string): Promise<string[]> => (await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.kind !== 'observation').map((e) => e.type);
let refusals = 0;
const refused = (more: Partial<RefusedReferral> = {}): RefusedReferral => ({
  source: { kind: 'fhir', system: 'urn:prove', id: `avvist-${(refusals += 1)}` },
  receivedOn: osloDate('2026-03-20'),
  reasons: [{ code: 'ugyldig-fodselsnummer', path: 'Patient.identifier[0].value', sentence: 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.' }],
  original: { resourceType: 'ServiceRequest', note: 'Slik den kom inn' },
  patient: { name: { given: 'Ola', family: 'Karanteneson' }, identifier: { system: systems.fodselsnummer, value: '018200 99999' } },
  ...more,
});

describe('a referral', () => {
  test('begins a pathway: creation, receipt on the mottattdato, the data in the definition’s words', async () => {
    const result = await house.ledger.intake(referral(), coordinator);
    expect(result).toMatchObject({ outcome: 'created', reasons: [] });
    const view = await house.ledger.patientView(result.pathwayId);
    expect(view.timeline.map((e) => [e.type, e.occurredOn])).toEqual([['forlopOpprettet', '2026-03-20'], ['henvisningMottatt', '2026-03-20']]);
    expect(view.timeline[1]).toMatchObject({ text: 'Økende utmattelse gjennom ett år.', data: { henvisningstype: 'ny', grunn: 'usikker-diagnose', funksjonstap: 60, alvorlighetsgrad: 'moderat' } });
    expect(view.patient).toMatchObject({ verified: true, birthDate: '1985-04-15', name: { given: 'Kari-Anne' } });
    expect(view.clocks.find((c) => c.clock === 'FRIST-VURDERING')).toMatchObject({ dueOn: '2026-04-08' });
  });

  test('with a frist for care tells that it was assessed and the frist set; an assessment without outcome invents none', async () => {
    const withFrist = await house.ledger.intake(referral({ vurdertDato: osloDate('2026-03-22'), fristForHelsehjelp: osloDate('2026-06-12') }), coordinator);
    expect(await types(withFrist.pathwayId)).toEqual(['forlopOpprettet', 'henvisningMottatt', 'vurdert', 'fristSatt']);
    const without = await house.ledger.intake(referral({ vurdertDato: osloDate('2026-03-22') }), coordinator);
    expect(await types(without.pathwayId)).toEqual(['forlopOpprettet', 'henvisningMottatt']);
  });

  test('the same twice, also at once from two machines, is one pathway', async () => {
    const same = referral();
    const other = await house.another();
    const results = await Promise.all([house.ledger, other, house.ledger, other].map((ledger) => ledger.intake(same, coordinator)));
    expect(results.map((r) => r.outcome).sort()).toEqual(['created', 'same', 'same', 'same']);
    expect(new Set(results.map((r) => r.pathwayId)).size).toBe(1);
    expect(await types(results[0]!.pathwayId)).toEqual(['forlopOpprettet', 'henvisningMottatt']);
  });

  test('a second one for the same condition is a fact on the active pathway; the first mottattdato stands', async () => {
    const first = referral();
    const one = await house.ledger.intake(first, coordinator);
    const two = await house.ledger.intake({ ...first, source: { ...first.source, id: 'en-annen' }, mottattdato: osloDate('2026-03-23') }, coordinator);
    expect(two).toMatchObject({ outcome: 'appended', pathwayId: one.pathwayId, patientId: one.patientId });
    expect(await types(one.pathwayId)).toEqual(['forlopOpprettet', 'henvisningMottatt', 'henvisningMottatt']);
    expect((await house.ledger.patientView(one.pathwayId)).clocks.filter((c) => c.clock === 'FRIST-VURDERING').map((c) => c.dueOn)).toEqual(['2026-04-08']);
  });

  test('two for the same new patient at once, under different identifiers: one patient, one pathway', async () => {
    const first = referral();
    const other = await house.another();
    const [one, two] = await Promise.all([
      house.ledger.intake(first, coordinator),
      other.intake({ ...first, source: { ...first.source, id: 'samtidig' } }, coordinator),
    ]);
    expect([one.outcome, two.outcome].sort()).toEqual(['appended', 'created']);
    expect(one.pathwayId).toBe(two.pathwayId);
  });

  test('for another condition, or after the first pathway is over, begins another pathway for the same patient', async () => {
    const first = referral();
    const one = await house.ledger.intake(first, coordinator);
    const pain = await house.ledger.intake({ ...first, source: { ...first.source, id: 'smerte' }, definition: 'langvarig-smerte' }, coordinator);
    expect(pain).toMatchObject({ outcome: 'created', patientId: one.patientId });
    expect(pain.pathwayId).not.toBe(one.pathwayId);
    await house.ledger.record(one.pathwayId, [{ type: 'forlopAvsluttet', occurredOn: '2026-03-23', data: { utfall: 'pasientens-onske' } }], coordinator);
    const again = await house.ledger.intake({ ...first, source: { ...first.source, id: 'pa-nytt' }, mottattdato: osloDate('2026-03-23') }, coordinator);
    expect(again).toMatchObject({ outcome: 'created', patientId: one.patientId });
  });

  test('a number sent under another national system is the same person', async () => {
    const first = referral();
    const { value } = first.patient.identifier!;
    const one = await house.ledger.intake(first, coordinator);
    const two = await house.ledger.intake({ ...first, source: { ...first.source, id: 'annet-system' }, patient: { identifier: { system: systems.dNummer, value } } }, coordinator);
    expect(two).toMatchObject({ outcome: 'appended', pathwayId: one.pathwayId, patientId: one.patientId });
  });

  test('newer demographics are added to the older; what they do not say stays', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    await house.ledger.intake({ ...first, source: { ...first.source, id: 'nytt-navn' }, patient: { identifier: first.patient.identifier!, name: { given: 'Kari-Anne', family: 'Nyttnavn' }, phone: '+47 40 00 00 00' } }, coordinator);
    expect((await house.ledger.patientView(pathwayId)).patient).toMatchObject({ name: { family: 'Nyttnavn' }, phone: '+47 40 00 00 00', birthDate: '1985-04-15' });
    for (const name of ['prøvesen', 'nyttnavn']) expect((await house.ledger.searchByName(`kari ${name}`)).rows.some((h) => h.pathwayId === pathwayId)).toBe(true);
  });
});

describe('the same referral with another content', () => {
  const receipts = async (pathwayId: string) => (await house.ledger.patientView(pathwayId)).timeline.filter(({ type }) => type === 'henvisningMottatt');
  const vurdering = async (pathwayId: string) => (await house.ledger.patientView(pathwayId)).clocks.filter(({ clock }) => clock === 'FRIST-VURDERING').map(({ startOn, dueOn }) => [startOn, dueOn]);

  test('is the sender’s correction: both versions stand, the new one counts, and sending it once more changes nothing', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    const worse = { ...first, severity: 'svaert-alvorlig' as const, text: 'Nå sengeliggende.', fristForHelsehjelp: osloDate('2026-06-12'), patient: { ...first.patient, phone: '+47 40 00 00 01' } };
    expect(await house.ledger.intake(worse, coordinator)).toMatchObject({ outcome: 'corrected', pathwayId, reasons: [] });
    const [before, now, ...others] = await receipts(pathwayId);
    expect([before!.data['alvorlighetsgrad'], before!.supersededBy, others]).toEqual(['moderat', now!.id, []]);
    expect(now).toMatchObject({ corrects: before!.id, occurredOn: '2026-03-20', text: 'Nå sengeliggende.', data: { ...before!.data, alvorlighetsgrad: 'svaert-alvorlig' } });
    const view = await house.ledger.patientView(pathwayId);
    expect(view).toMatchObject({ attributes: { alvorlighetsgrad: 'svaert-alvorlig' }, patient: { phone: '+47 40 00 00 01', verified: true } });
    expect(await types(pathwayId)).toEqual(['forlopOpprettet', 'henvisningMottatt', 'henvisningMottatt', 'fristSatt']);

    for (const mottattdato of [worse.mottattdato, osloDate('2026-03-23')]) {
      expect(await house.ledger.intake({ ...worse, mottattdato }, coordinator)).toMatchObject({ outcome: 'same', position: view.position });
    }
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('an earlier receipt moves the frist, a later one does not', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    expect(await house.ledger.intake({ ...first, mottattdato: osloDate('2026-03-19') }, coordinator)).toMatchObject({ outcome: 'corrected', pathwayId });
    expect(await vurdering(pathwayId)).toEqual([['2026-03-19', '2026-04-07']]);
    expect(await house.ledger.intake({ ...first, mottattdato: osloDate('2026-03-23'), text: 'Mer.' }, coordinator)).toMatchObject({ outcome: 'corrected' });
    expect(await vurdering(pathwayId)).toEqual([['2026-03-19', '2026-04-07']]);
  });

  test('what a person has put right since stays, unless the sender changes that very thing', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    const [receipt] = await receipts(pathwayId);
    await house.ledger.correct(receipt!.id, { occurredOn: osloDate('2026-03-18'), data: { ...receipt!.data, funksjonstap: 40 } }, coordinator);
    await house.ledger.intake({ ...first, severity: 'alvorlig' }, coordinator);
    expect((await receipts(pathwayId)).at(-1)).toMatchObject({ occurredOn: '2026-03-18', data: { funksjonstap: 40, alvorlighetsgrad: 'alvorlig' } });
  });

  test.each<[string, string, (first: ReturnType<typeof referral>) => object]>([
    ['another person', 'brukt-identifikator', () => ({ patient: referral().patient })],
    ['another condition', 'annet-forlop', () => ({ definition: 'langvarig-smerte' })],
    ['a receipt that cannot be', 'date-before-birth', () => ({ mottattdato: osloDate('1984-01-01') })],
  ])('about %s: kept in quarantine and watched, and the first pathway is not touched', async (_, code, change) => {
    const first = referral();
    const { pathwayId, position } = await house.ledger.intake(first, coordinator);
    const other = { ...first, ...change(first) };
    const kept = await house.ledger.intake(other, coordinator);
    expect(kept).toMatchObject({ outcome: 'quarantined', reasons: [expect.objectContaining({ code, sentence: expect.stringMatching(/\.$/) })] });
    expect(kept.pathwayId).not.toBe(pathwayId);
    expect((await house.ledger.patientView(pathwayId)).position).toBe(position);
    expect((await house.ledger.patientView(kept.pathwayId)).step.id).toBe('karantene');
    expect(await house.ledger.intake(other, coordinator)).toMatchObject({ outcome: 'same', pathwayId: kept.pathwayId, reasons: [expect.objectContaining({ code })] });
    expect(await house.ledger.intake(first, coordinator)).toMatchObject({ outcome: 'same', pathwayId, position });
  });

  test('after the assessment it is a finding for whoever coordinates, until somebody has assessed it as it is now', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    idsOf(await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: osloDate('2026-03-20'), data: { utfall: 'rett' } }], coordinator));
    const findings = async () => (await house.ledger.patientView(pathwayId)).findings.filter(({ code }) => code === 'changed-after-assessment');
    const listed = async () => (await house.ledger.worklist({ filter: { findings: true }, limit: 200 })).rows.find((row) => row.pathwayId === pathwayId)?.findings ?? 0;
    expect(await findings()).toEqual([]);
    // The invented referral lacks tests, which is another finding.
    const others = await listed();

    const { position } = await house.ledger.patientView(pathwayId);
    await house.ledger.intake({ ...first, severity: 'svaert-alvorlig' }, coordinator);
    const [receipt] = await receipts(pathwayId);
    const assessment = (await house.ledger.patientView(pathwayId)).timeline.find(({ type }) => type === 'vurdert')!;
    expect(await findings()).toEqual([{ code: 'changed-after-assessment', fact: receipt!.id, occurredOn: '2026-03-20', rule: null, detail: { assessment: assessment.id } }]);
    expect(await listed()).toBe(others + 1);
    expect((await house.ledger.patientView(pathwayId, { knownAt: position })).findings.map(({ code }) => code)).not.toContain('changed-after-assessment');
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);

    // Whoever puts the assessment right has seen what it is about.
    await house.ledger.correct(assessment.id, { occurredOn: osloDate('2026-03-20'), data: { utfall: 'rett' }, text: 'Vurdert på nytt: står.' }, coordinator);
    expect([await findings(), await listed()]).toEqual([[], others]);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('two machines at once: one correction', async () => {
    const first = referral();
    const { pathwayId } = await house.ledger.intake(first, coordinator);
    const other = await house.another();
    const results = await Promise.all([house.ledger, other].map((ledger) => ledger.intake({ ...first, text: 'Mer å fortelle.' }, coordinator)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['corrected', 'same']);
    expect(await receipts(pathwayId)).toHaveLength(2);
  });
});

describe('what cannot be accepted goes to quarantine and is watched (REF-7)', () => {
  test('with its time of receipt, an owner and a running FRIST-VURDERING, in lists, search and sweep', async () => {
    const result = await house.ledger.quarantine(refused(), coordinator);
    expect(result).toMatchObject({ outcome: 'quarantined', reasons: [{ code: 'ugyldig-fodselsnummer' }] });
    const view = await house.ledger.patientView(result.pathwayId);
    expect(view.quarantine).toMatchObject({ receivedOn: '2026-03-20', owner: 'mottak', releasedAt: null });
    expect(view.step.id).toBe('karantene');
    expect(view.patient).toMatchObject({ verified: false, name: { family: 'Karanteneson' } });
    expect(view.clocks.find((c) => c.clock === 'FRIST-VURDERING')).toMatchObject({ startOn: '2026-03-20', dueOn: '2026-04-08', status: 'running' });
    const list = await house.ledger.worklist({ filter: { quarantine: true } });
    expect(list.rows.find((r) => r.pathwayId === result.pathwayId)).toMatchObject({ quarantined: true, step: 'karantene' });
    expect((await house.ledger.searchByIdentifier('01820099999')).map((h) => h.pathwayId)).toEqual([result.pathwayId]);
    expect((await house.ledger.livePathways({ limit: 1000 })).some((p) => p.pathwayId === result.pathwayId)).toBe(true);
    expect((await house.ledger.verify(result.pathwayId)).differences).toEqual([]);
  });

  test('the same refused referral again is the same pathway, and says why once more', async () => {
    const one = refused();
    const first = await house.ledger.quarantine(one, coordinator);
    expect(await house.ledger.quarantine(one, coordinator)).toMatchObject({ outcome: 'same', pathwayId: first.pathwayId, reasons: [{ code: 'ugyldig-fodselsnummer' }] });
  });

  test.each([
    ['reasons that no pathway takes', { reasonCodes: [{ system: systems.icpc2, code: 'L81' }] }, 'ukjent-forlop'],
    ['an unknown pathway', { definition: 'finnes-ikke' }, 'ukjent-forlop'],
    ['a receipt in the future', { mottattdato: osloDate('2026-03-24') }, 'date-in-future'],
    ['a receipt before birth', { mottattdato: osloDate('1984-01-01') }, 'date-before-birth'],
  ])('%s', async (_, more, code) => {
    const result = await house.ledger.intake(referral(more), coordinator);
    expect(result).toMatchObject({ outcome: 'quarantined', reasons: [expect.objectContaining({ code })] });
  });

  test('released: the corrected referral takes over, FRIST-VURDERING still runs from the first receipt', async () => {
    const { pathwayId, patientId } = await house.ledger.quarantine(refused(), coordinator);
    const corrected = referral();
    await expect(house.ledger.releaseQuarantine(pathwayId, { as: 'accepted', referral: corrected, on: osloDate('2026-03-19') }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    const released = await house.ledger.releaseQuarantine(pathwayId, { as: 'accepted', referral: corrected, on: osloDate('2026-03-23') }, coordinator);
    expect(released).toMatchObject({ outcome: 'created', pathwayId, patientId });
    const view = await house.ledger.patientView(pathwayId);
    expect(view).toMatchObject({ step: { id: 'mottatt' }, patient: { verified: true, name: { given: 'Kari-Anne' } }, quarantine: { releasedAt: expect.any(String) } });
    expect(view.clocks.filter((c) => c.clock === 'FRIST-VURDERING').map((c) => [c.startOn, c.dueOn])).toEqual([['2026-03-20', '2026-04-08']]);
    expect((await house.ledger.worklist({ filter: { quarantine: true } })).rows.some((r) => r.pathwayId === pathwayId)).toBe(false);
    expect(await house.ledger.intake(corrected, coordinator)).toMatchObject({ outcome: 'same', pathwayId, reasons: [] });
    await expect(house.ledger.releaseQuarantine(pathwayId, { as: 'discarded', reason: 'x', on: osloDate('2026-03-23') }, coordinator)).rejects.toMatchObject({ code: 'not-in-quarantine' });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('is released as a release alone: as a bare command it is refused, for the row with the original would stay open', async () => {
    const { pathwayId } = await house.ledger.quarantine(refused(), coordinator);
    const answer = await house.ledger.command(pathwayId, { command: 'los-karantene', occurredOn: osloDate('2026-03-23'), data: { utfall: 'ikke-henvisning' }, text: 'Reklame.' }, coordinator);
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'release-quarantine' } });
    expect((await house.ledger.quarantineList()).rows.map((row) => row.pathwayId)).toContain(pathwayId);
  });

  test('the sender mends it and sends it again: it is released by that', async () => {
    const one = refused();
    const { pathwayId } = await house.ledger.quarantine(one, coordinator);
    expect(await house.ledger.intake(referral({ source: one.source }), coordinator)).toMatchObject({ outcome: 'created', pathwayId, reasons: [] });
    expect((await house.ledger.patientView(pathwayId)).step.id).toBe('mottatt');
  });

  test('the person is known: the pathway becomes hers, with texts that can still be read; if she has an active one, the referral goes there', async () => {
    const known = referral();
    const active = await house.ledger.intake(known, coordinator);
    const duplicate = await house.ledger.quarantine(refused(), coordinator);
    const onto = await house.ledger.releaseQuarantine(duplicate.pathwayId, { as: 'accepted', referral: { ...known, source: { ...known.source, id: 'rettet' } }, on: osloDate('2026-03-23') }, coordinator);
    expect(onto).toMatchObject({ outcome: 'appended', pathwayId: active.pathwayId });
    expect((await house.ledger.patientView(duplicate.pathwayId))).toMatchObject({ step: { id: 'til-avslutning' } });

    const other = await house.ledger.quarantine(refused({ definition: 'langvarig-smerte' }), coordinator);
    const moved = await house.ledger.releaseQuarantine(other.pathwayId, { as: 'accepted', referral: { ...known, source: { ...known.source, id: 'smerte-2' }, definition: 'langvarig-smerte' }, on: osloDate('2026-03-23') }, coordinator);
    expect(moved).toMatchObject({ outcome: 'created', pathwayId: other.pathwayId, patientId: active.patientId });
    expect((await house.ledger.patientView(other.pathwayId)).patient).toMatchObject({ id: active.patientId, name: { given: 'Kari-Anne' } });
    expect((await house.ledger.verify()).differences).toEqual([]);
  });

  test('found to be none: it ends, with the reason', async () => {
    const { pathwayId } = await house.ledger.quarantine(refused(), coordinator);
    await house.ledger.releaseQuarantine(pathwayId, { as: 'discarded', reason: 'Reklame sendt til feil adresse.', on: osloDate('2026-03-23') }, coordinator);
    const view = await house.ledger.patientView(pathwayId);
    expect(view.timeline.at(-1)).toMatchObject({ type: 'karanteneLost', text: 'Reklame sendt til feil adresse.' });
    expect(view.clocks.find((c) => c.clock === 'FRIST-VURDERING')!.status).toBe('closed');
  });
});

describe('receivers', () => {
  test('before an operator has named any, every receiver is ours; after that an unknown one is quarantined', async () => {
    const own = await startLedger('2026-03-23');
    try {
      const receiver = { system: systems.reshId, value: '4200123', name: 'Utmarka sykehus' };
      const one = await own.ledger.intake(referral({ receiver }), coordinator);
      expect((await own.ledger.patientView(one.pathwayId)).organisation.name).toBe('Utmarka sykehus');
      const hospital = await own.ledger.registerOrganisation({ name: 'Innmarka sykehus', kind: 'hospital', reshId: '4200124' });
      const two = await own.ledger.intake(referral({ receiver: { system: systems.reshId, value: '4200124' } }), coordinator);
      expect((await own.ledger.patientView(two.pathwayId)).organisation).toEqual({ id: hospital.id, name: 'Innmarka sykehus' });
      expect((await own.ledger.patientView((await own.ledger.intake(referral(), coordinator)).pathwayId)).organisation.id).toBe(hospital.id);
      const lost = await own.ledger.intake(referral({ receiver: { system: systems.reshId, value: '4200199' } }), coordinator);
      expect(lost).toMatchObject({ outcome: 'quarantined', reasons: [{ code: 'ukjent-mottaker' }] });
      expect((await own.ledger.organisations()).map((o) => o.name)).toEqual(['Innmarka sykehus', 'Mottaker ikke oppgitt', 'Utmarka sykehus']);
      await expect(own.ledger.registerOrganisation({ name: 'X', kind: 'unit', parentId: '00000000-0000-4000-8000-0000000000ff' })).rejects.toMatchObject({ code: 'unknown-organisation' });
    } finally {
      await own.close();
    }
  }, 60_000);
});
