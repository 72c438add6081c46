import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import { commandAnswerSchema, commandPreviewSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, problemOf, today } from './support/client.js';

let running: ApiOnDatabase;
let client: Client;
let id: string;
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  id = await client.refer();
}, 120_000);
afterAll(() => running?.close());

const preview = (command: string, body: object) => client.send('POST', `/api/v1/pathways/${id}/commands/${command}/preview`, body);
const previewed = async (command: string, body: object) => expected(await preview(command, body), 200, commandPreviewSchema);
const give = async (command: string, body: object) => expected(await client.post(`/pathways/${id}/commands/${command}`, body), 200, commandAnswerSchema);

describe('what a command would change is shown before it is given', () => {
  test('an assessment: the clock that it meets, the step, what is next; and nothing is recorded', async () => {
    const before = await client.view(id);
    const shown = await previewed('vurder-rett', { occurredOn: today() });
    expect(shown.step).toMatchObject({ before: { id: 'mottatt' }, after: { id: 'venter-pa-oppstart' } });
    expect(shown.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ before: { status: 'running', metOn: null }, after: { status: 'met', metOn: today() } });
    expect(shown).toMatchObject({ position: before.position, noNextStep: false });
    expect((await client.view(id)).timeline).toEqual(before.timeline);
  });

  test('is what the command then does', async () => {
    const shown = await previewed('vurder-rett', { occurredOn: daysAgo(1) });
    await give('vurder-rett', { occurredOn: daysAgo(1), expectedPosition: shown.position });
    const { step, clocks, nextSteps } = await client.view(id);
    expect(step).toMatchObject(shown.step.after);
    for (const { key, after } of shown.clocks.filter((change) => change.after !== null)) {
      const { status, dueOn, metOn, bookedOn } = clocks.find((clock) => clock.key === key)!;
      expect({ key, status, dueOn, metOn, bookedOn }).toEqual({ key, status: after!.status, dueOn: after!.dueOn, metOn: after!.metOn, bookedOn: after!.bookedOn });
    }
    expect(nextSteps).toEqual(shown.nextSteps);
  });

  test('a postponement never moves the frist; whose breach it is depends on who caused it after an offer in time', async () => {
    const frist = addDays(today(), 30);
    await give('sett-frist', { occurredOn: today(), data: { dato: frist } });
    await give('tilby-time', { occurredOn: today(), data: { tid: addDays(frist, -2), timeId: 'time-1', gjelder: 'oppstart' } });
    const postponed = async (kode: string, nyDato: string) => {
      const { clocks } = await previewed('utsett', { occurredOn: today(), data: { kode, nyDato, timeId: 'time-1', gjelder: 'oppstart' } });
      const change = clocks.find(({ before, after, kind }) => kind === 'legal' && before?.dueOn === frist && after?.bookedOn === nyDato)!;
      expect(change.before).toMatchObject({ bookedOn: addDays(frist, -2), breachBy: null });
      return [change.after!.dueOn, change.after!.delayCause, change.after!.breachBy];
    };
    expect(await postponed('22', addDays(frist, 12))).toEqual([frist, '22', 'patient']);
    expect(await postponed('1', addDays(frist, 12))).toEqual([frist, '1', 'hospital']);
    expect(await postponed('1', addDays(frist, -1))).toEqual([frist, '1', null]);
  });

  test('is refused just as the command is', async () => {
    expect(problemOf(await preview('send-svar', { occurredOn: today(), data: { til: 'tull' } })).status).toBe(400);
    expect(problemOf(await preview('finnes-ikke', { occurredOn: today() }))).toMatchObject({ status: 404, code: 'unknown-command' });
    expect(problemOf(await preview('send-svar', { occurredOn: today(), data: { til: 'pasient' }, expectedPosition: 1 }))).toMatchObject({ status: 409, type: 'urn:forlop:problem:conflict' });
  });

  test('stands in the access log as a look', async () => {
    expect((await running.ledger.accessLog({ pathwayId: id, limit: 200 })).rows).toContainEqual(expect.objectContaining({ action: 'pathway.command', what: 'forhåndsvisning av en kommando', outcome: 'read' }));
  });
});
