import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, osloDateOf } from '@forlop/calendar';
import { syntheticFodselsnummer, systems } from '@forlop/contracts';
import { loadRules } from '@forlop/definitions';
import type { Actor } from '@forlop/ledger';
import type { WhatIfResult } from '@forlop/what-if';
import { runForlop } from '../src/index.js';
import { call } from './call.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const actor: Actor = { kind: 'person', id: 'koordinator-1' };
const today = osloDateOf(Date.now());

let database: CliDatabase;
let folder: string;
let late: string;
let hospital: string;
beforeAll(async () => {
  database = await cliDatabase();
  folder = await mkdtemp(join(tmpdir(), 'forlop-what-if-'));
  const ledger = await database.openLedger();
  const region = await ledger.registerOrganisation({ name: 'Helse Prøve', kind: 'region', orgNumber: '310000001' });
  hospital = (await ledger.registerOrganisation({ name: 'Prøve sykehus', kind: 'hospital', reshId: '4300001', orgNumber: '310000002', parentId: region.id })).id;
  for (const [serial, careAfter] of [77, 20].entries()) {
    const { pathwayId } = await ledger.intake({
      source: { kind: 'api', system: 'urn:prove', id: `h-${serial}` }, mottattdato: addDays(today, -100), reasonCodes: [{ system: systems.icpc2, code: 'A04' }], receiver: { system: systems.reshId, value: '4300001' },
      patient: { identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: '1985-04-15', serial, sex: 'kvinne' }) }, name: { given: 'Kari', family: 'Prøvesen' } },
    }, actor);
    await ledger.record(pathwayId, [{ type: 'helsehjelpStartet', occurredOn: addDays(today, careAfter - 100), data: { kontakttype: '1' } }], actor);
    if (careAfter === 77) late = pathwayId;
  }
  await ledger.close();
}, 60_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** In the test's own thread: threads run what has been built. */
const whatIf = (...args: readonly string[]) => call(['what-if', '--threads', '0', ...args], { env: database.env });
const tenWeeks = ['--set', 'FRIST-START-VOKSEN-12U=10 uker'];

describe('forlop what-if', () => {
  test('says who gets another outcome, and by how much compliance changes', async () => {
    const { code, out, err } = await whatIf(...tenWeeks);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('2 forløp lest, 2 følger en definisjon som er endret, 1 får et annet utfall.');
    expect(out).toMatch(/overholdt +100,0 % +50,0 %/);
    expect(out).toContain('holdt → holdt for sent: 1');
    expect(out).toContain(`${late}  FRIST-START-VOKSEN-12U#1: holdt (frist ${addDays(today, -16)}, oppfylt ${addDays(today, -23)}) → holdt for sent (frist ${addDays(today, -30)}, oppfylt ${addDays(today, -23)})`);
    expect(out).not.toContain('Prøvesen');
  });

  test('in JSON gives the same for the patch in a file, on standard input, and as a whole definition', async () => {
    const file = join(folder, 'endring.yaml');
    await writeFile(file, 'FRIST-START-VOKSEN-12U: 10 uker\n');
    const definition = loadRules().latestDefinition('langvarig-utmattelse');
    const whole = join(folder, 'definisjon.json');
    await writeFile(whole, JSON.stringify({ ...definition, clocks: definition.clocks.map((clock) => (clock.id === 'FRIST-START-VOKSEN-12U' ? { ...clock, due: { after: [{ span: { value: 10, unit: 'uke' } }] } } : clock)) }));
    const results = [await whatIf(...tenWeeks, '--json'), await whatIf('--patch', file, '--json'), await call(['what-if', '--threads', '0', '--patch', '-', '--json'], { env: database.env, input: 'FRIST-START-VOKSEN-12U: 10 uker' }), await whatIf('--definition', whole, '--json')].map(({ out }) => JSON.parse(out) as WhatIfResult);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[3]!.flips).toEqual(results[0]!.flips);
    expect(results[3]!.clocks).toEqual(results[0]!.clocks);
  });

  test('of one unit, on another day, of those received then', async () => {
    const read = async (...args: readonly string[]) => (JSON.parse((await whatIf(...tenWeeks, '--json', ...args)).out) as WhatIfResult).pathways;
    expect((await read('--unit', 'helse prøve')).read).toBe(2);
    expect((await read('--unit', hospital)).changed).toBe(1);
    expect((await read('--received-from', addDays(today, -99))).read).toBe(0);
    expect(await read('--at', addDays(today, -98))).toMatchObject({ read: 2, changed: 0 });
  });

  test('explains one pathway both ways', async () => {
    const { out } = await whatIf(...tenWeeks, '--explain', late);
    expect(out).toMatch(/Slik reglene er:[\s\S]*12 uker[\s\S]*Etter endringen:[\s\S]*10 uker/);
  });

  test.each([
    [[], 'Si hva som skal være annerledes'],
    [['--set', 'FRIST-VURDERING'], 'skal ha navn og verdi'],
    [['--set', 'FRIST-VURDERING=ti uker'], 'clocks.FRIST-VURDERING: «ti uker» er ingen lengde'],
    [[...tenWeeks, '--at', 'i går'], '--at må være en dato'],
    [[...tenWeeks, '--unit', 'Finnes ikke'], 'Ingen virksomhet heter «Finnes ikke»'],
    [['--patch', '/finnes/ikke.yaml'], 'kan ikke leses'],
    [[...tenWeeks, '--threads', '999'], 'fra 0 til 64'],
  ])('%j is wrong use, and says so', async (args, sentence) => {
    const { code, err } = await whatIf(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('ends at Ctrl-C without a result', async () => {
    const said: string[] = [];
    const code = await runForlop(['what-if', '--threads', '0', ...tenWeeks], {
      env: database.env, out: (text) => void said.push(text), note: (text) => void said.push(text), input: async function* () {},
      onInterrupt: (stop) => {
        stop();
        return () => undefined;
      },
    });
    expect([code, said]).toEqual([130, ['Avbrutt. Ingenting er lagret.']]);
  });
});

describe('forlop forecast', () => {
  const forecast = (...args: readonly string[]) => call(['forecast', '--runs', '20', ...args], { env: database.env });

  test('tells how many will break, with what it assumes; the same for the same seed', async () => {
    const { code, out } = await forecast();
    expect(code).toBe(0);
    expect(out).toContain(`Frister for første time som vil brytes fra ${today}`);
    expect(out).toContain('Prøve sykehus: 0,0 (0–0)');
    expect(out).toMatch(/Forutsatt, etter 26 uker bakover: 0,1 nye og 0,1 første timer i uken/);
    expect((await forecast()).out).toBe(out);
  });

  test.each([[['--weeks', '27'], 'uker framover'], [['--extra', 'mange'], '--extra må være et helt tall'], [['--clock', 'FRIST-VURDERING'], 'ingen frist som en første time oppfyller'], [['--seed', ''], 'Frøet']])('%j is wrong use', async (args, sentence) => {
    const { code, err } = await forecast(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
