import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { OsloDate } from '@forlop/calendar';
import type { LedgerEvent } from '@forlop/pathway';
import { randomHistory, type History } from './histories.js';
import { testedRules } from './rules.js';
import { kernelAnswer, python, same, secondAnswers, type Answer } from './second-answer.js';
import { smallest } from './smallest.js';

const HISTORIES = 10_000;
const { rules, versions, documents, folder } = testedRules();
afterAll(() => rmSync(folder, { recursive: true }));
const choices = { versions, calendars: ['norge', 'norge-lordag', 'norge-julestengt'] };
const histories = (number: number): History[] => Array.from({ length: number }, (_, seed) => randomHistory(seed, choices));

const available = python();
const testWithPython = available.found ? test : test.skip;
const name = (what: string): string => (available.found ? what : `${what} (ikke kjørt: ${available.why})`);

describe('a second implementation, made from the readable rules alone', () => {
  testWithPython(name(`agrees with the kernel on ${HISTORIES} random histories: all clocks, every date`), async () => {
    const asked = histories(HISTORIES);
    const answers = secondAnswers(asked, documents);
    const kernel = asked.map((history) => kernelAnswer(rules, history));
    const second = await answers;
    const differing = asked.findIndex((_, n) => !same(kernel[n]!, second[n]!));
    if (differing >= 0) {
      const history = await smallest(asked[differing]!, rules, documents);
      console.error(`Minste historie der svarene er ulike: ${JSON.stringify(history, null, 1)}`);
      expect({ kernel: kernelAnswer(rules, history) }).toEqual({ kernel: (await secondAnswers([history], documents))[0] });
    }
    expect(differing).toBe(-1);
    expect(reached(kernel)).toEqual({ clocks: [...new Set(versions.flatMap((d) => d.clocks.map(({ id }) => id)))].sort(), statuses: STATUSES });
  }, 600_000);

  testWithPython(name('does not agree when one length of one rule is another'), async () => {
    const [document] = documents;
    const changed = document!.replace('.md', '-changed.md');
    writeFileSync(changed, readFileSync(document!, 'utf8').replaceAll('- **Lengde:** 10 virkedager', '- **Lengde:** 11 virkedager'));
    const asked = histories(200);
    const second = await secondAnswers(asked, [...documents, changed]);
    expect(asked.filter((history, n) => !same(second[n]!, kernelAnswer(rules, history))).length).toBeGreaterThan(10);
  });

  testWithPython(name('gives the answers of DOMAIN §12'), async () => {
    const cases = domainCases();
    const answers = await secondAnswers(cases.map(([, history]) => history), documents);
    expect(cases.map(([what, , clock], n) => [what, answers[n]!.filter((row) => row.clock === clock)])).toEqual(cases.map(([what, , , expected]) => [what, [expect.objectContaining(expected)]]));
  });
});

const STATUSES = ['at-risk', 'broken', 'closed', 'met', 'met-late', 'not-started', 'passed-by-patient', 'running', 'warned'];
const reached = (answers: readonly (readonly Answer[])[]) => {
  const rows = answers.flat();
  return { clocks: [...new Set(rows.map(({ clock }) => clock))].sort(), statuses: [...new Set(rows.map(({ status }) => status))].sort() };
};

type Fact = readonly [type: string, occurredOn: string, data?: Record<string, string>];

function patient(asOf: string, facts: readonly Fact[], { born = '1980-01-01', calendar = 'norge' } = {}): History {
  const [definition] = versions.filter(({ id, version }) => id === 'langvarig-utmattelse' && version === '1.0.0');
  const created: Fact = ['forlopOpprettet', facts[0]![1]];
  const regime = { definition: { id: definition!.id, version: definition!.version }, calendar: { id: calendar, version: '2026.1' }, parameters: {} };
  return {
    id: 'case', birthDate: born as OsloDate, asOf: asOf as OsloDate, knownAt: Number.MAX_SAFE_INTEGER,
    events: [created, ...facts].map(([type, occurredOn, data], n): LedgerEvent => ({
      id: `e${n}`, position: n + 1, kind: 'fact', type, occurredOn: occurredOn as OsloDate, recordedAt: '2026-01-01T08:00:00Z', data: n === 0 ? regime : { ...data },
    })),
  };
}

function domainCases(): [what: string, history: History, clock: string, expected: Partial<Answer>][] {
  const received = (on: string, more: readonly Fact[] = []): Fact[] => [['henvisningMottatt', on, {}], ...more];
  const offered: Fact = ['timeTilbudt', '2026-05-20', { gjelder: 'oppstart', tid: '2026-06-10' }];
  const wishes: Fact = ['utsatt', '2026-06-08', { kode: '22', nyDato: '2026-06-24' }];
  const frist: Fact = ['fristSatt', '2026-05-02', { dato: '2026-06-12' }];
  return [
    ['ten working days over Easter', patient('2026-04-09', received('2026-03-20')), 'FRIST-VURDERING', { dueOn: '2026-04-08', status: 'broken' }],
    ['with Saturdays', patient('2026-04-01', received('2026-03-20'), { calendar: 'norge-lordag' }), 'FRIST-VURDERING', { dueOn: '2026-04-01' }],
    ['over May', patient('2026-05-15', received('2026-04-29', [['vurdert', '2026-05-15', { utfall: 'rett' }]])), 'FRIST-VURDERING', { dueOn: '2026-05-15', status: 'met' }],
    ['over the turn of the year', patient('2027-01-05', received('2026-12-17')), 'FRIST-VURDERING', { dueOn: '2027-01-04', status: 'broken' }],
    ['closed on 24 and 31 December', patient('2027-01-05', received('2026-12-17'), { calendar: 'norge-julestengt' }), 'FRIST-VURDERING', { dueOn: '2027-01-06', status: 'warned' }],
    ['a child, eight weeks over the DST night', patient('2026-03-30', received('2026-02-01'), { born: '2015-01-01' }), 'FRIST-START-BARN-8U', { dueOn: '2026-03-29', status: 'broken' }],
    ['the day before turning 18', patient('2026-05-01', received('2026-04-14'), { born: '2008-04-15' }), 'FRIST-START-BARN-8U', { dueOn: '2026-06-09' }],
    ['the day of turning 18', patient('2026-05-01', received('2026-04-15'), { born: '2008-04-15' }), 'FRIST-START-VOKSEN-12U', { dueOn: '2026-07-08' }],
    ['offered in time, and the patient wants to wait', patient('2026-06-13', received('2026-05-01', [frist, offered, wishes])), 'FRIST-INDIVIDUELL', { dueOn: '2026-06-12', status: 'passed-by-patient' }],
    ['first offered after the date', patient('2026-06-13', received('2026-05-01', [frist, ['timeTilbudt', '2026-06-01', { gjelder: 'oppstart', tid: '2026-06-24' }]])), 'FRIST-INDIVIDUELL', { foreseenOn: '2026-06-01', status: 'broken' }],
    ['care dated after the date', patient('2026-06-20', received('2026-05-01', [frist, ['helsehjelpStartet', '2026-06-15']])), 'FRIST-INDIVIDUELL', { metOn: '2026-06-15', status: 'met-late' }],
    ['waiting counted from the first receipt', patient('2026-04-01', [['henvisningMottatt', '2026-02-02', { ansiennitetsdato: '2026-01-05' }], ['helsehjelpStartet', '2026-03-20']]), 'VENTETID', { startOn: '2026-01-05', metOn: '2026-03-20' }],
  ];
}
