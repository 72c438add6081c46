import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { command, refer } from './patients.js';
import { startSystem, type System } from './system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ apps: ['api'] });
}, 240_000);
afterAll(() => system?.stop(), 60_000);

const typesOf = async (id: string) => (await system.ledger.patientView(id)).timeline.map(({ type }) => type);

test('two who saw the same: one is done, the other is told what the first did, and has changed nothing', async () => {
  const id = await refer(system);
  const { position: expectedPosition } = await system.ledger.patientView(id);
  const both = await Promise.all([command(system, id, 'vurder-rett', { expectedPosition }), command(system, id, 'vurder-rad', { expectedPosition })]);
  const [done, late] = both[0].status === 200 ? both : both.toReversed();
  expect(done).toMatchObject({ status: 200, body: { pathwayId: id } });
  expect(late).toMatchObject({ status: 409, body: { code: 'conflict', changes: [{ id: done!.body.eventIds[0], type: 'vurdert' }] } });
  expect((await typesOf(id)).filter((type) => type === 'vurdert')).toHaveLength(1);
}, 120_000);

test('two who do not say what they saw are done one after the other, each on what the other left', async () => {
  const id = await refer(system);
  const answers = await Promise.all(Array.from({ length: 6 }, () => command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body }) => body.position)).size).toBe(answers.length);
  expect((await typesOf(id)).filter((type) => type === 'risikoMeldt')).toHaveLength(answers.length);
  expect((await system.ledger.verify(id)).differences).toEqual([]);
}, 120_000);

test('two who exclude each other, whoever comes first: the second is refused by the state that the first left', async () => {
  const id = await refer(system);
  const both = await Promise.all([command(system, id, 'vurder-rett'), command(system, id, 'vurder-rett')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'step-does-not-allow', detail: expect.stringMatching(/\.$/) });
}, 120_000);
