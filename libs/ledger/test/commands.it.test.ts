import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
beforeEach(() => house.at('2026-03-27'));
afterAll(() => house.close());

const unknownId = '00000000-0000-4000-8000-0000000000ff';
const newPathway = async (): Promise<string> => (await house.ledger.intake(referral(), coordinator)).pathwayId;
const assess = { command: 'vurder', occurredOn: '2026-03-27', data: { utfall: 'rett' } };

/** The id of the command that records an event type in the shipped definition. */
const commandFor = async (pathwayId: string, type: string): Promise<string> => {
  const { rules, events } = await house.ledger.kernelInput(pathwayId);
  const regime = events[0]!.data['definition'] as { id: string; version: string };
  return rules.definition(regime.id, regime.version).source.commands.find((c) => c.records === type)!.id;
};

describe('a command', () => {
  test('done: the event stands, sealed text comes back, the read tables follow, the workflow will be told', async () => {
    const pathwayId = await newPathway();
    const command = await commandFor(pathwayId, 'vurdert');
    const result = await house.ledger.command(pathwayId, { ...assess, command, text: 'Tydelig PEM, rett til utredning.' }, coordinator);
    expect(result).toMatchObject({ outcome: 'done', pathwayId, warnings: [] });
    const view = await house.ledger.patientView(pathwayId);
    expect(view.timeline.at(-1)).toMatchObject({ type: 'vurdert', kind: 'decision', occurredOn: '2026-03-27', text: 'Tydelig PEM, rett til utredning.', actor: 'person:koordinator-1', recordedAt: '2026-03-27T11:00:00.000Z' });
    expect(view.clocks.find((c) => c.key === 'FRIST-VURDERING#1')).toMatchObject({ metOn: '2026-03-27', status: 'met' });
    const [row] = await house.sql(`select met_on::text from clock_row where pathway_id = $1 and key = 'FRIST-VURDERING#1'`, [pathwayId]);
    expect(row).toEqual({ met_on: '2026-03-27' });
    const item = (await house.ledger.unsent(100)).find((i) => i.pathwayId === pathwayId);
    expect(item).toMatchObject({ position: view.position });
    expect(item!.ids).toHaveLength(2);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('refused by the state, wrong in its data, unknown: each a value with a sentence, and nothing recorded', async () => {
    const pathwayId = await newPathway();
    const command = await commandFor(pathwayId, 'vurdert');
    const before = (await house.ledger.patientView(pathwayId)).position;
    expect(await house.ledger.command(pathwayId, { ...assess, command: 'finnes-ikke' }, coordinator)).toMatchObject({ outcome: 'refused', refusal: { code: 'unknown-command' }, position: before });
    expect(await house.ledger.command(pathwayId, { ...assess, command, data: { svarkode: '99' } }, coordinator)).toMatchObject({ outcome: 'invalid', errors: [{ path: '/data/svarkode', code: 'unknown-code' }] });
    expect(await house.ledger.command(pathwayId, { ...assess, command, occurredOn: '2026-03-28' }, coordinator)).toMatchObject({ outcome: 'invalid', errors: [{ code: 'date-in-future' }] });
    await house.ledger.command(pathwayId, { ...assess, command }, coordinator);
    expect(await house.ledger.command(pathwayId, { ...assess, command }, coordinator)).toMatchObject({ outcome: 'refused' });
    expect((await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.type === 'vurdert')).toHaveLength(1);
  });

  test('someone else was first: a conflict that says what changed; what the system saw meanwhile is no conflict', async () => {
    const pathwayId = await newPathway();
    const command = await commandFor(pathwayId, 'vurdert');
    const seen = (await house.ledger.patientView(pathwayId)).position;
    house.at('2026-04-01');
    await house.ledger.advance(pathwayId, '2026-04-01T11:00:00Z');
    const fact = await house.ledger.record(pathwayId, [{ type: 'epikriseReservert', occurredOn: '2026-04-01' }], coordinator);
    expect(fact.outcome).toBe('done');
    const late = await house.ledger.command(pathwayId, { ...assess, command, expectedPosition: seen }, coordinator);
    expect(late).toMatchObject({ outcome: 'conflict', changes: [{ type: 'epikriseReservert' }] });
    const again = await house.ledger.command(pathwayId, { ...assess, command, expectedPosition: (late as { position: number }).position }, coordinator);
    expect(again.outcome).toBe('done');
  });

  test('two at once on one pathway are one after the other: one is done, the other refused', async () => {
    const pathwayId = await newPathway();
    const command = await commandFor(pathwayId, 'vurdert');
    const other = await house.another();
    const results = await Promise.all([house.ledger, other, house.ledger, other].map((ledger) => ledger.command(pathwayId, { ...assess, command }, coordinator)));
    expect(results.map((r) => r.outcome).sort()).toEqual(['done', 'refused', 'refused', 'refused']);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('an unknown pathway is an error of its own', async () => {
    await expect(house.ledger.command(unknownId, assess, coordinator)).rejects.toMatchObject({ code: 'unknown-pathway' });
    await expect(house.ledger.command("' or 1=1 --", assess, coordinator)).rejects.toMatchObject({ code: 'unknown-pathway' });
    await expect(house.ledger.patientView('x')).rejects.toMatchObject({ code: 'unknown-pathway' });
  });
});

describe('facts', () => {
  test('never refused for the state: what does not fit is kept as a finding', async () => {
    const pathwayId = await newPathway();
    const result = await house.ledger.record(pathwayId, [{ type: 'tilbakeforingsmoteHoldt', occurredOn: '2026-03-26', data: { deltakere: ['pasient', 'fastlege'] } }], coordinator);
    expect(result.outcome).toBe('done');
    const view = await house.ledger.patientView(pathwayId);
    expect(view.findings.length).toBeGreaterThan(0);
    const { rows } = await house.ledger.worklist({ filter: { findings: true } });
    expect(rows.map((r) => r.pathwayId)).toContain(pathwayId);
  });

  test('all or none: one wrong fact stops its company, and says which it was', async () => {
    const pathwayId = await newPathway();
    const result = await house.ledger.record(pathwayId, [
      { type: 'epikriseReservert', occurredOn: '2026-03-26' },
      { type: 'finnesIkke', occurredOn: '2026-03-26' },
      { type: 'epikriseReservert', occurredOn: '1980-01-01' },
    ], coordinator);
    expect(result).toMatchObject({ outcome: 'invalid', errors: [{ path: '/1/type', code: 'unknown-event' }, { path: '/2/occurredOn', code: 'date-before-birth' }] });
    expect((await house.ledger.patientView(pathwayId)).timeline).toHaveLength(2);
  });

  test('the engine’s own events cannot be recorded from outside', async () => {
    const pathwayId = await newPathway();
    for (const type of ['forlopOpprettet', 'forlopFlyttet', 'told', 'confirmed']) {
      expect(await house.ledger.record(pathwayId, [{ type, occurredOn: '2026-03-26' }], coordinator)).toMatchObject({ outcome: 'invalid' });
    }
  });

  test('the same id twice is recorded once; an id of another patient is refused', async () => {
    const [one, two] = [await newPathway(), await newPathway()];
    const fact = { id: '6b0a7a6e-6f0e-4c53-9f0b-7d1f2b1f5a11', type: 'epikriseReservert', occurredOn: '2026-03-26' };
    const first = await house.ledger.record(one, [fact, fact], coordinator);
    expect(first).toMatchObject({ outcome: 'done', eventIds: [fact.id] });
    expect(await house.ledger.record(one, [fact], coordinator)).toMatchObject({ outcome: 'done', eventIds: [] });
    expect(await house.ledger.record(two, [fact], coordinator)).toMatchObject({ outcome: 'invalid', errors: [{ path: '/0/id' }] });
    expect(await house.ledger.record(two, [{ ...fact, id: 'x' }], coordinator)).toMatchObject({ outcome: 'invalid', errors: [{ path: '/0/id', code: 'wrong-type' }] });
  });
});

describe('corrections and retractions', () => {
  test('a correction names the first recording, also when a correction is corrected; a retraction makes it never have been', async () => {
    const pathwayId = await newPathway();
    const recorded = await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-03-26', data: { utfall: 'avslag' } }], coordinator);
    const [id] = idsOf(recorded);
    const corrected = await house.ledger.correct(id!, { occurredOn: '2026-03-27', data: { utfall: 'rett' }, text: 'Feil utfall ble valgt.' }, coordinator);
    expect(corrected.outcome).toBe('done');
    expect((await house.ledger.patientView(pathwayId)).clocks.find((c) => c.key === 'FRIST-VURDERING#1')!.metOn).toBe('2026-03-27');

    const [correctionId] = idsOf(corrected);
    await house.ledger.correct(correctionId!, { occurredOn: '2026-03-25', data: { utfall: 'rett' } }, coordinator);
    const view = await house.ledger.patientView(pathwayId);
    expect(view.clocks.find((c) => c.key === 'FRIST-VURDERING#1')!.metOn).toBe('2026-03-25');
    const last = view.timeline.at(-1)!;
    expect(last.corrects).toBe(id);
    expect(view.timeline.filter((e) => e.type === 'vurdert').map((e) => e.supersededBy)).toEqual([last.id, last.id, null]);

    await house.ledger.retract(id!, 'Gjaldt en annen pasient.', coordinator);
    expect((await house.ledger.patientView(pathwayId)).clocks.find((c) => c.key === 'FRIST-VURDERING#1')!.metOn).toBeNull();
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('unknown events and what the system itself recorded cannot be corrected', async () => {
    const pathwayId = await newPathway();
    await expect(house.ledger.correct(unknownId, { occurredOn: '2026-03-27' }, coordinator)).rejects.toMatchObject({ code: 'unknown-event' });
    const created = (await house.ledger.patientView(pathwayId)).timeline[0]!;
    await expect(house.ledger.retract(created.id, 'x', coordinator)).rejects.toMatchObject({ code: 'bad-data' });
  });
});

describe('moves and modes', () => {
  test('a move needs a reason, a known target and a day that has come; then the pathway is on the other rules', async () => {
    const pathwayId = await newPathway();
    const move = { parameters: { tidssett: 'nettverk' }, reason: 'Sykehuset følger fagnettverket.', on: '2026-03-27' };
    await expect(house.ledger.move(pathwayId, { ...move, reason: ' ' }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.move(pathwayId, { ...move, on: '2026-03-28' }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.move(pathwayId, { ...move, parameters: { tidssett: 'noe-annet' } }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.move(pathwayId, { ...move, definition: { id: 'langvarig-utmattelse', version: '99.0.0' } }, coordinator)).rejects.toMatchObject({ code: 'unknown-definition' });
    await house.ledger.move(pathwayId, move, coordinator);
    const view = await house.ledger.patientView(pathwayId);
    expect(view.regime.parameters['tidssett']).toBe('nettverk');
    expect(view.timeline.at(-1)).toMatchObject({ type: 'forlopFlyttet', text: move.reason });
  });

  test('a paused pathway has no obligations; going live again sends nothing that is past', async () => {
    const pathwayId = await newPathway();
    house.at('2026-04-13');
    const due = (await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).openObligations[0]!;
    await house.ledger.setMode(pathwayId, 'paused', 'Flytting av system.', coordinator);
    expect(await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).toMatchObject({ mode: 'paused', openObligations: [] });
    const attempt = { pathwayId, key: due.key, attempt: Number(due.askAt[0]!.slice(0, 10).replaceAll('-', '')), purpose: 'ask' as const };
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'closed' });
    await house.ledger.setMode(pathwayId, 'live', 'Flyttet.', coordinator);
    expect((await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).openObligations.length).toBeGreaterThan(0);
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'already-done' });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });
});

test('asked as of an earlier day and an earlier position, the view knows only what was known', async () => {
  const pathwayId = await newPathway();
  const before = (await house.ledger.patientView(pathwayId)).position;
  house.at('2026-04-13');
  await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-03-30', data: { utfall: 'rett' } }], coordinator);
  const now = await house.ledger.patientView(pathwayId);
  const then = await house.ledger.patientView(pathwayId, { asOf: osloDate('2026-04-09'), knownAt: before });
  expect(now.clocks.find((c) => c.key === 'FRIST-VURDERING#1')!.status).toBe('met');
  expect(then.clocks.find((c) => c.key === 'FRIST-VURDERING#1')!.status).toBe('broken');
  expect(then.timeline).toHaveLength(2);
});
