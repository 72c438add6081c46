import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { explain, shownHistory, type Definition, type Explanation } from '@forlop/pathway';
import { events, input, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];

function why(facts: readonly Short[], key: string, asOf: string, more = {}): Explanation {
  const explanation = explain(input(events({}, ...facts), asOf, more), key);
  if (explanation === null) throw new Error(`nothing to explain about ${key}`);
  return explanation;
}
const said = (facts: readonly Short[], key: string, asOf: string, more = {}): string => why(facts, key, asOf, more).sentences.join('\n');

const received: Short = ['mottatt', '2026-03-02'];
const frist: Short[] = [received, ['vurdert', '2026-03-09', { utfall: 'rett' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }]];

describe('the status in a sentence', () => {
  const late = [...frist, ['tilbud', '2026-05-20', { tid: '2026-06-10' }]] as Short[];
  test.each<[string, Short[], string, string]>([
    ['running', frist, '2026-03-10', 'Den løper.'],
    ['warned', frist, '2026-05-15', 'Den nærmer seg.'],
    ['at-risk', frist, '2026-05-29', 'Den står i fare for å bli brutt.'],
    ['broken', frist, '2026-06-13', 'Den er brutt.'],
    ['met', [...frist, ['startet', '2026-06-12']], '2026-06-12', 'Den ble holdt.'],
    ['met-late', [...frist, ['startet', '2026-06-13']], '2026-06-13', 'Den ble brutt, og oppfylt for sent.'],
    ['passed-by-patient', [...late, ['ikkeMott', '2026-06-10']], '2026-06-13', 'Den er passert etter pasientens eget ønske eller fravær, og regnes ikke som brudd.'],
    ['closed', [...frist, ['avsluttet', '2026-04-01']], '2026-04-02', 'Den ble avsluttet før den var ute.'],
  ])('%s', (status, facts, asOf, sentence) => {
    expect(why(facts, 'INDIVIDUELL#1', asOf).status).toBe(status);
    expect(said(facts, 'INDIVIDUELL#1', asOf)).toContain(sentence);
  });
  test('not-started', () => {
    expect(said([received], 'OVERGANG#1', '2026-03-03', { birthDate: osloDate('2008-11-15') })).toBe([
      'Overgang (OVERGANG, foreslått regel) begynner å løpe fredag 15. mai 2026.',
      'Siste dag er søndag 15. november 2026: 6 måneder etter at den begynner.',
      'Den har ikke begynt å løpe.',
    ].join('\n'));
  });
  test('a right that was not used is said to have lapsed, not to have been ended', () => {
    expect(said([received, ['meddelt', '2026-03-12']], 'KLAGE#1', '2026-04-10')).toContain('Retten ble ikke brukt innen siste dag.');
    expect(said([received, ['meddelt', '2026-03-12'], ['dod', '2026-03-20']], 'KLAGE#1', '2026-04-10')).toContain('Den ble avsluttet før den var ute.');
  });
});

describe('the sentences', () => {
  test('say rule, start, last day, how long, holidays and what met it', () => {
    expect(why([['mottatt', '2026-03-20'], ['vurdert', '2026-04-07', { utfall: 'rett' }]], 'VURDERING#1', '2026-04-10').sentences).toEqual([
      'Vurdering (VURDERING, gjeldende regel) begynte fredag 20. mars 2026.',
      'Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte.',
      'Helligdager som ikke er talt med: skjærtorsdag torsdag 2. april 2026, langfredag fredag 3. april 2026, 1. påskedag søndag 5. april 2026, 2. påskedag mandag 6. april 2026.',
      'Oppfylt tirsdag 7. april 2026.',
      'Den ble holdt.',
    ]);
  });
  test('a date that a person gave', () => {
    expect(said(frist, 'INDIVIDUELL#1', '2026-03-10')).toContain('Siste dag er fredag 12. juni 2026, satt av den som vurderte.');
  });
  test.each([
    ['dag', 1, '1 dag '], ['dag', 2, '2 dager '], ['uke', 1, '1 uke '], ['uke', 2, '2 uker '], ['virkedag', 1, '1 virkedag '],
    ['maned', 1, '1 måned '], ['maned', 3, '3 måneder '], ['ar', 1, '1 år '], ['ar', 5, '5 år '],
  ] as const)('the length %s × %i', (unit, value, words) => {
    const definition: Definition = { ...prove, clocks: prove.clocks.map((c) => (c.id === 'VURDERING' ? { ...c, due: { after: [{ span: { value, unit } }] } } : c)) };
    expect(said([received], 'VURDERING#1', '2026-03-02', { rules: rulesWith(definition) })).toContain(`: ${words}etter at den begynte.`);
  });
  test.each([
    ['avsluttet', 'Avsluttet onsdag 1. april 2026 ved «Avsluttet».'],
    ['dod', 'Avsluttet onsdag 1. april 2026 ved «Død».'],
  ])('why it ended: %s', (type, sentence) => {
    expect(said([...frist, [type, '2026-04-01']], 'INDIVIDUELL#1', '2026-04-02')).toContain(sentence);
  });
  test('why it ended: the fact, whatever code the definition gives it', () => {
    expect(said([received, ['vurdert', '2026-03-09', { utfall: 'avslag' }]], 'START-BARN#1', '2026-03-10', { birthDate: osloDate('2012-03-03') })).toContain('Avsluttet mandag 9. mars 2026 ved «Vurdert».');
  });
  test('that it ended by a move', () => {
    const rules = rulesWith({ ...prove, version: '2.0.0', clocks: prove.clocks.filter((c) => c.id !== 'START-VOKSEN') });
    expect(said([...frist, ['forlopFlyttet', '2026-03-20', { definition: { id: 'prove', version: '2.0.0' } }]], 'START-VOKSEN#1', '2026-03-21', { rules })).toContain('Avsluttet fredag 20. mars 2026: pasienten ble flyttet til regler som ikke har den.');
  });
  test.each(['in-force', 'draft', 'proposed', 'local'] as const)('the standing of a rule: %s', (status) => {
    const words = { 'in-force': 'gjeldende regel', draft: 'utkast til regel', proposed: 'foreslått regel', local: 'lokalt valgt regel' };
    const definition: Definition = { ...prove, clocks: prove.clocks.map((c) => ({ ...c, status })) };
    expect(said([received], 'VURDERING#1', '2026-03-03', { rules: rulesWith(definition) })).toContain(`Vurdering (VURDERING, ${words[status]}) begynte`);
  });
});

describe('sources', () => {
  const citations = [
    { source: 'S', locator: 'always' },
    { source: 'S', locator: 'until', validTo: '2026-03-02' },
    { source: 'S', locator: 'from', validFrom: '2026-03-02' },
    { source: 'S', locator: 'ended', validTo: '2026-03-01' },
    { source: 'UKJENT', locator: 'to come', validFrom: '2026-03-03' },
    { source: 'UKJENT', locator: 'unlisted' },
  ];
  const definition: Definition = { ...prove, clocks: prove.clocks.map((c) => ({ ...c, sources: citations })) };
  test('those that were valid on the day the clock started, with their titles', () => {
    const { sources } = why([received], 'VURDERING#1', '2026-12-01', { rules: rulesWith(definition) });
    expect(sources.map((s) => [s.locator, s.title])).toEqual([['always', 'Kilde'], ['until', 'Kilde'], ['from', 'Kilde'], ['unlisted', 'UKJENT']]);
  });
});

describe('the events it rests on', () => {
  test('with the day that each gave, when it was recorded, and its corrections', () => {
    const facts: Short[] = [received, ['vurdert', '2026-03-10', { utfall: 'rett' }], ['vurdert', '2026-03-09', { utfall: 'rett' }, { corrects: 'e002', recordedAt: '2026-03-12T08:00:00Z' }], ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e003' }]];
    expect(why(facts, 'VURDERING#1', '2026-04-01').events).toEqual([
      { part: 'start', id: 'e001', type: 'mottatt', occurredOn: '2026-03-02', recordedAt: '2026-03-02T12:00:00Z', correctedBy: [] },
      { part: 'met', id: 'e002', type: 'vurdert', occurredOn: '2026-03-06', recordedAt: '2026-03-10T12:00:00Z', correctedBy: ['e003', 'e004'] },
    ]);
  });
  test('a correction that was not known then is not told of, nor one by an observation', () => {
    const facts: Short[] = [received, ['vurdert', '2026-03-10', { utfall: 'rett' }], ['vurdert', '2026-03-09', {}, { corrects: 'e002', kind: 'observation' }], ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e002' }]];
    expect(why(facts, 'VURDERING#1', '2026-04-01', { knownAt: 4 }).events[1]).toMatchObject({ id: 'e002', occurredOn: '2026-03-10', correctedBy: [] });
    expect(why(facts, 'VURDERING#1', '2026-04-01').events[1]).toMatchObject({ occurredOn: '2026-03-06', correctedBy: ['e004'] });
  });
  test('a new date names the fact that gave it', () => {
    const facts: Short[] = [...frist, ['fristSatt', '2026-05-01', { dato: '2026-07-01' }], ['tilbud', '2026-05-02', { tid: '2026-06-10' }], ['utsatt', '2026-05-03', { kode: '22' }]];
    expect(why(facts, 'INDIVIDUELL#1', '2026-05-04').events.map((e) => [e.part, e.id, e.occurredOn])).toEqual([
      ['start', 'e003', '2026-03-09'], ['due', 'e004', '2026-05-01'], ['booking', 'e005', '2026-05-02'], ['postponement', 'e006', '2026-05-03'],
    ]);
  });
  test('a clock that counts from an earlier day still shows when its fact happened', () => {
    const [start] = why([['mottatt', '2026-03-02', { ansiennitetsdato: '2026-01-05' }]], 'VENTETID#1', '2026-03-03').events;
    expect(start).toMatchObject({ part: 'start', occurredOn: '2026-03-02' });
  });
  test('a birthday has its day, and was recorded by nobody', () => {
    expect(why([received], 'OVERGANG#1', '2026-03-03', { birthDate: osloDate('2008-11-15') }).events).toEqual([
      { part: 'start', id: '@snart18', type: '@snart18', occurredOn: '2026-05-15', recordedAt: null, correctedBy: [] },
    ]);
  });
});

describe('days that were not counted', () => {
  test('only for clocks in working days', () => {
    expect(why([received], 'START-VOKSEN#1', '2026-03-03').skipped).toEqual([]);
    expect(why(frist, 'INDIVIDUELL#1', '2026-03-10').skipped).toEqual([]);
    expect(why([received], 'VURDERING#1', '2026-03-03').skipped.map((d) => d.date)).toEqual(['2026-03-07', '2026-03-08', '2026-03-14', '2026-03-15']);
  });
});

describe('what was shown', () => {
  const shown = (facts: readonly Short[], key: string, asOf: string, more = {}) => shownHistory(input(events({}, ...facts), asOf, more), key).map(({ status, from, to }) => [status, from, to]);
  const met: Short = ['startet', '2026-06-11', {}, { recordedAt: '2026-06-16T09:00:00Z' }];

  test('a breach that a late registration disproved is told with its days', () => {
    expect(said([...frist, met], 'INDIVIDUELL#1', '2026-06-20')).toContain('Den ble vist som brutt fra lørdag 13. juni 2026 til mandag 15. juni 2026, fordi det ble registrert sent.');
  });
  test('also when what came late was a new date', () => {
    const facts: Short[] = [...frist, ['fristSatt', '2026-06-10', { dato: '2026-07-01' }, { recordedAt: '2026-06-16T09:00:00Z' }]];
    expect(said(facts, 'INDIVIDUELL#1', '2026-06-20')).toContain('vist som brutt fra lørdag 13. juni 2026 til mandag 15. juni 2026');
  });
  test('a breach that was one is not explained away', () => {
    expect(said([...frist, ['startet', '2026-06-15']], 'INDIVIDUELL#1', '2026-06-20')).not.toContain('vist som brutt');
    expect(said(frist, 'INDIVIDUELL#1', '2026-06-20')).not.toContain('vist som brutt');
  });
  test('the same clock is followed when a fact recorded late gives it another number', () => {
    const contacts: Short[] = [received, ['vurdert', '2026-03-04', { utfall: 'rett' }], ['startet', '2026-03-05'], ['mote', '2026-03-06', { deltakere: ['fastlege'] }],
      ['kontakt', '2026-06-01'], ['kontakt', '2026-04-01', {}, { recordedAt: '2026-06-10T09:00:00Z' }]];
    expect(shown(contacts, 'KONTAKT#3', '2026-06-20')).toEqual([['running', '2026-06-01', null]]);
    expect(shown(contacts, 'KONTAKT#2', '2026-06-20')).toEqual([['met', '2026-06-10', null]]);
  });
  test('days without it are days without it', () => {
    const facts: Short[] = [received, ['meddelt', '2026-03-10'], ['meddelt', '2026-03-12', {}, { retracts: 'e002' }], ['meddelt', '2026-03-10', {}, { corrects: 'e002', recordedAt: '2026-03-15T09:00:00Z' }]];
    expect(shown(facts, 'KLAGE#1', '2026-03-20')).toEqual([['running', '2026-03-10', '2026-03-11'], ['running', '2026-03-15', null]]);
    expect(shown(facts.slice(0, 3), 'KLAGE#1', '2026-03-20')).toEqual([['running', '2026-03-10', '2026-03-11']]);
  });
  test('nothing recorded after the position or the day asked for', () => {
    expect(shown([...frist, met], 'INDIVIDUELL#1', '2026-06-20', { knownAt: 4 }).at(-1)).toEqual(['broken', '2026-06-13', null]);
    expect(shown([...frist, met], 'INDIVIDUELL#1', '2026-06-15').at(-1)).toEqual(['broken', '2026-06-13', null]);
    expect(shown([...frist, met], 'INDIVIDUELL#1', '2026-06-16').at(-1)).toEqual(['met', '2026-06-16', null]);
  });
  test('a new date begins a new line, with the date and the position it was known from', () => {
    const facts: Short[] = [...frist, ['fristSatt', '2026-03-12', { dato: '2026-07-01' }]];
    expect(shownHistory(input(events({}, ...facts), '2026-03-20'), 'INDIVIDUELL#1')).toEqual([
      { status: 'running', from: '2026-03-09', to: '2026-03-11', dueOn: '2026-06-12', knownAt: 4 },
      { status: 'running', from: '2026-03-12', to: null, dueOn: '2026-07-01', knownAt: 5 },
    ]);
  });
  test('events recorded around midnight belong to their day in Oslo', () => {
    const facts: Short[] = [received, ['vurdert', '2026-03-09', { utfall: 'rett' }, { recordedAt: '2026-03-09T22:59:00Z' }]];
    expect(shown(facts, 'VURDERING#1', '2026-03-20').at(-1)).toEqual(['met', '2026-03-09', null]);
    const later: Short[] = [received, ['vurdert', '2026-03-09', { utfall: 'rett' }, { recordedAt: '2026-03-09T23:00:00Z' }]];
    expect(shown(later, 'VURDERING#1', '2026-03-20').at(-1)).toEqual(['met', '2026-03-10', null]);
  });
  test('of a clock that there is not', () => {
    expect(shown(frist, 'NOPE#1', '2026-06-20')).toEqual([]);
    expect(explain(input(events({}, ...frist), '2026-06-20'), 'NOPE#1')).toBeNull();
  });
});
