import { describe, expect, test } from '@jest/globals';
import { call, type Called } from './call.js';

const patient = [
  '{"type":"henvisningMottatt","occurredOn":"2026-03-20","data":{"grunn":"usikker-diagnose","funksjonstap":60,"prover":["utelukkelsesdiagnostikk","anti-ccp","acth","pro-bnp"]}}',
  '{"type":"vurdert","occurredOn":"2026-03-27","data":{"utfall":"rett"}}',
  '{"type":"fristSatt","occurredOn":"2026-03-27","data":{"dato":"2026-06-12"}}',
  '{"type":"svarSendt","occurredOn":"2026-03-27","data":{"til":"henviser"}}',
  '{"type":"svarSendt","occurredOn":"2026-03-27","data":{"til":"pasient","innhold":["utfall","frist","time"]}}',
  '',
  '{"id":"oppmote","type":"helsehjelpStartet","occurredOn":"2026-06-11","recordedAt":"2026-06-16T10:00:00+02:00"}',
  '{"type":"helsehjelpStartet","occurredOn":"2026-06-15","recordedAt":"2026-06-20T08:00:00Z","corrects":"oppmote"}',
].join('\n');

const evaluate = (at: string, more: readonly string[] = [], input = patient): Promise<Called> =>
  call(['evaluate', '--definition', 'langvarig-utmattelse@1.0.0', '--events', '-', '--at', at, '--birth-date', '1990-05-05', ...more], { input });
const evaluated = async (at: string, more: readonly string[] = [], input = patient) => JSON.parse((await evaluate(at, ['--json', ...more], input)).out);
const row = async (at: string, key: string, more: readonly string[] = []) => (await evaluated(at, more)).clocks.find((clock: { key: string }) => clock.key === key);

describe('forlop evaluate', () => {
  test('prints what holds on a day, for people', async () => {
    const { code, out, err } = await evaluate('2026-04-01', ['--parameter', 'tidssett=nettverk']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'Langvarig utmattelse av ukjent årsak, inkludert CFS/ME (langvarig-utmattelse 1.0.0), slik det er onsdag 1. april 2026',
        '',
        'Steg     Venter på start av helsehjelp (siden 2026-03-27)',
        'Variant  Voksen',
        'Grupper  Minst 50 % funksjonstap',
        '',
        'Klokker',
        '  FRIST-VURDERING#1         Vurdering av henvisningen                         holdt  frist 2026-04-08, oppfylt 2026-03-27',
        '  FRIST-SVAR#1              Svar til pasienten om vurderingen                 holdt  frist 2026-04-08, oppfylt 2026-03-27',
        '  SVAR-HENVISER#1           Kopi av svaret til henviseren                     holdt  frist 2026-04-08, oppfylt 2026-03-27',
        '  KLAGE-4U#1                Pasientens frist for å klage på vurderingen       løper  frist 2026-04-24',
        '  FRIST-INDIVIDUELL#1       Pasientens frist for start av helsehjelp          løper  frist 2026-06-12',
        '  FRIST-FASTSETTES#1        Frist settes for pasient med rett til helsehjelp  holdt  frist 2026-03-31, oppfylt 2026-03-27',
        '  VENTETID#1                Ventetid                                          løper  fra 2026-03-20, uten frist',
        '  FRIST-START-VOKSEN-12U#1  Start av helsehjelp for voksne                    løper  frist 2026-06-12',
        '',
        'Neste steg',
        '  2026-04-24  Pasienten             Pasientens frist for å klage på vurderingen (KLAGE-4U#1)',
        '  2026-06-12  Forløpskoordinatoren  Pasientens frist for start av helsehjelp (FRIST-INDIVIDUELL#1)',
        '  2026-06-12  Forløpskoordinatoren  Start av helsehjelp for voksne (FRIST-START-VOKSEN-12U#1)',
        '',
        'Avvik',
        '  2026-03-27  Svar på henvisningen er sendt: mangler Retten til å klage. [SVAR-INNHOLD]',
      ].join('\n'),
    );
  });

  test('the same input gives the same JSON, and --known-at leaves out what was recorded later (LATE-1)', async () => {
    expect(await evaluated('2026-06-21')).toEqual(await evaluated('2026-06-21'));
    expect(await row('2026-06-21', 'FRIST-INDIVIDUELL#1', ['--known-at', '5'])).toMatchObject({ metOn: null });
    expect(await row('2026-06-21', 'FRIST-INDIVIDUELL#1', ['--known-at', '6'])).toMatchObject({ metOn: '2026-06-11' });
    expect(await row('2026-06-21', 'FRIST-INDIVIDUELL#1')).toMatchObject({ metOn: '2026-06-15', dueOn: '2026-06-12' });
  });

  test('another calendar gives other dates', async () => {
    expect(await row('2026-04-01', 'FRIST-VURDERING#1', ['--calendar', 'norge-lordag@2026.1'])).toMatchObject({ dueOn: '2026-04-01' });
    expect(await row('2026-04-01', 'FRIST-VURDERING#1', ['--calendar', 'norge'])).toMatchObject({ dueOn: '2026-04-08' });
  });

  test('explains a deadline: sentences, sources, events, what was shown', async () => {
    const { out } = await evaluate('2026-06-21', ['--explain', 'FRIST-INDIVIDUELL#1']);
    expect(out).toMatch(/^Pasientens frist for start av helsehjelp \(FRIST-INDIVIDUELL#1\)\n/);
    expect(out).toContain('2026-06-15  helsehjelpStartet  oppmote (rettet av linje-8)');
    expect(out).toMatch(/2026-06-13 – 2026-06-15 +brutt +frist 2026-06-12\n +2026-06-16 – 2026-06-19 +holdt +frist 2026-06-12\n +2026-06-20 – +holdt for sent/);
    const { explanation } = await evaluated('2026-06-21', ['--explain', 'FRIST-INDIVIDUELL#1']);
    expect(explanation).toMatchObject({ clockKey: 'FRIST-INDIVIDUELL#1', status: 'met-late' });
  });

  test('shows an alarm for a patient whom nobody owes anything', async () => {
    const input = ['{"id":"h","type":"henvisningMottatt","occurredOn":"2026-03-20"}', '{"type":"kontaktRegistrert","occurredOn":"2026-03-20","data":{"rolle":"koordinator"}}', '{"type":"henvisningMottatt","occurredOn":"2026-03-20","retracts":"h"}'].join('\n');
    expect((await evaluate('2026-04-01', [], input)).out).toMatch(/\nALARM\n {2}Ingen har noe å gjøre for pasienten fra /);
  });

  test('no events at all is an empty pathway, not an error', async () => {
    expect(await evaluated('2026-04-01', [], '')).toMatchObject({ step: 'opprettet', active: false, clocks: [] });
  });

  test('takes a pathway as the ledger has it, with the event that names its rules', async () => {
    const created = { type: 'forlopOpprettet', occurredOn: '2026-03-20', data: { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'norge-lordag', version: '2026.1' }, parameters: { tidssett: 'nettverk' } } };
    const { regime, clocks } = await evaluated('2026-04-01', [], `${JSON.stringify(created)}\n${patient}`);
    expect(regime).toMatchObject({ calendar: { id: 'norge-lordag' }, parameters: { tidssett: 'nettverk' } });
    expect(clocks[0]).toMatchObject({ key: 'FRIST-VURDERING#1', dueOn: '2026-04-01' });
  });
});

describe('lines that cannot be used', () => {
  const bad: readonly (readonly [string, string, string])[] = [
    ['{nei', '', 'Linjen er ikke gyldig JSON.'],
    ['[1]', '', 'Linjen skal være ett JSON-objekt.'],
    ['{"type":"vurdert"}', '/occurredOn', 'Feltet «occurredOn» mangler.'],
    ['{"type":"vurdert","occurredOn":"2026-02-30"}', '/occurredOn', '«2026-02-30» er ikke en dato. Skriv ÅÅÅÅ-MM-DD.'],
    ['{"type":"vurdert","occurredOn":"2026-03-27","knd":1}', '/knd', 'Feltet «knd» er ukjent. Er det skrevet feil?'],
    ['{"type":"vurdert","occurredOn":"2026-03-27","kind":"x"}', '/kind', '«kind» må være en av: fact, decision, observation.'],
    ['{"type":"tull","occurredOn":"2026-03-27"}', '/type', 'Hendelsestypen «tull» finnes ikke i langvarig-utmattelse 1.0.0.'],
    ['{"type":"vurdert","occurredOn":"2026-03-27","data":{"utfall":"x"}}', '/data/utfall', 'koden «x» er ukjent'],
    ['{"type":"vurdert","occurredOn":"1989-03-27","data":{"utfall":"rett"}}', '/occurredOn', 'er før pasienten ble født'],
    ['{"type":"vurdert","occurredOn":"2026-03-27","recordedAt":"2026-03-26T12:00:00Z","data":{"utfall":"rett"}}', '/occurredOn', 'er etter i dag (2026-03-26)'],
    ['{"type":"vurdert","occurredOn":"2026-03-27","recordedAt":"2026-03-27"}', '/recordedAt', 'Tidspunktet må ha dato, klokkeslett og tidssone'],
    ['{"type":"forlopOpprettet","occurredOn":"2026-03-27","data":{}}', '/data/definition', 'Feltet «definition» mangler.'],
    ['{"type":"pasientDod","occurredOn":"2026-03-27","position":0}', '/position', '«position» har feil form.'],
  ];
  test.each(bad)('%s', async (line, path, sentence) => {
    const { code, out } = await evaluate('2026-04-01', ['--json'], `${patient}\n${line}`);
    expect(code).toBe(1);
    const { lines } = JSON.parse(out).error;
    expect(lines[0]).toMatchObject({ line: 9, path, sentence: expect.stringContaining(sentence) });
  });

  test('all of them at once, by line, and nothing is worked out', async () => {
    const input = bad.map(([line]) => line).join('\n');
    const { code, out, err } = await evaluate('2026-04-01', [], input);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const [index] of bad.entries()) expect(err).toMatch(new RegExp(`^  linje ${index + 1}\\b`, 'm'));
  });

  test('an id or a position that comes twice', async () => {
    const input = ['{"id":"a","position":3,"type":"pasientDod","occurredOn":"2026-03-27"}', '{"id":"a","position":3,"type":"pasientDod","occurredOn":"2026-03-27"}'].join('\n');
    const { lines } = JSON.parse((await evaluate('2026-04-01', ['--json'], input)).out).error;
    expect(lines).toEqual([
      { line: 2, path: '/id', sentence: 'Id-en «a» er også brukt på linje 1.' },
      { line: 2, path: '/position', sentence: 'Posisjonen må være høyere enn på linjen før (3).' },
    ]);
  });
});

describe('wrong use of evaluate', () => {
  test.each([
    ['an unknown definition', ['--definition', 'finnes-ikke'], 'Definisjonen finnes-ikke finnes ikke.'],
    ['an unknown version', ['--definition', 'langvarig-utmattelse@9.9.9'], 'langvarig-utmattelse@9.9.9 finnes ikke'],
    ['a date that is none', ['--at', '2026-06-31'], '2026-06-31'],
    ['an unknown calendar', ['--calendar', 'mars'], 'mars'],
    ['an unknown parameter', ['--parameter', 'x=1'], 'har ikke parameteren «x»'],
    ['a parameter with another value', ['--parameter', 'tidssett=x'], '«tidssett» kan være nettverk, nasjonalt-utkast, begge, ikke «x».'],
    ['a parameter without a value', ['--parameter', 'tidssett'], 'navn og verdi'],
    ['a position that is no number', ['--known-at', 'x'], '--known-at'],
    ['an unknown clock', ['--explain', 'X#1'], 'Pasienten har ikke klokken «X#1». Klokker: FRIST-VURDERING#1'],
    ['a file that is not there', ['--events', '/nonexistent.ndjson'], '/nonexistent.ndjson'],
  ])('%s ends with 2', async (_, more, sentence) => {
    const { code, out, err } = await evaluate('2026-04-01', more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  test('numbers are told from texts by what the definition has', async () => {
    expect((await evaluated('2026-04-01', ['--parameter', 'revurdering-intervall-maneder=12'])).regime.parameters).toMatchObject({ 'revurdering-intervall-maneder': 12 });
  });
});
