import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { canonicalJson, clockStatus, commandStates, evaluate, isOpenOn, type Evaluation, type LedgerEvent } from '@forlop/pathway';
import { events, input, rulesWith, prove } from './prove.js';

const day = (n: number): OsloDate => addDays(osloDate('2026-01-01'), n);
const date = fc.integer({ min: 0, max: 700 }).map(day);

/** Any fact of the made-up pathway on any day of two years, sensible or not. */
const fact = fc.oneof(
  fc.record({ type: fc.constantFrom('mottatt', 'meddelt', 'klaget', 'avlyst', 'ikkeMott', 'startet', 'skoleFrafalt', 'kontakt', 'overlevert', 'gjenopptatt'), data: fc.constant({}) }),
  fc.record({ type: fc.constant('vurdert'), data: fc.record({ utfall: fc.constantFrom('rett', 'avslag') }) }),
  fc.record({ type: fc.constant('fristSatt'), data: fc.record({ dato: date }) }),
  fc.record({ type: fc.constant('tilbud'), data: fc.record({ tid: date }) }),
  fc.record({ type: fc.constant('utsatt'), data: fc.record({ kode: fc.constantFrom('1', '22'), nyDato: date }, { requiredKeys: ['kode'] }) }),
  fc.record({ type: fc.constant('mote'), data: fc.record({ deltakere: fc.subarray(['skole', 'fastlege']) }) }),
  fc.record({ type: fc.constantFrom('spurt', 'svart'), data: fc.record({ sporsmalId: fc.constantFrom('a', 'b') }) }),
  fc.record({ type: fc.constant('alvorlighet'), data: fc.record({ grad: fc.constantFrom('mild', 'alvorlig') }) }),
  fc.record({ type: fc.constantFrom('avsluttet', 'dod', 'noe-ukjent'), data: fc.constant({}) }),
);
const dated = fc.tuple(fact, date).map(([f, on]) => [f.type, on, f.data] as const);
const history = fc.array(dated, { maxLength: 25 }).map((facts) => events({}, ['mottatt', '2026-01-01'], ...facts));
const birthDate = fc.option(fc.constantFrom('1980-05-05', '2008-02-29', '2009-01-15', '2012-10-25').map((d) => osloDate(d)), { nil: null });

/** Everything but the ledger position that was asked for. */
const answer = (e: Evaluation): string => canonicalJson({ ...e, knownAt: 0 });
const judged = (list: readonly LedgerEvent[], asOf: OsloDate, more = {}): string => answer(evaluate(input(list, asOf, more)));

describe('laws of the kernel', () => {
  test('the order in which facts arrive does not matter', () => {
    fc.assert(fc.property(history, date, birthDate, fc.infiniteStream(fc.nat()), (list, asOf, birth, keys) => {
      const shuffled = list.map((e) => [keys.next().value as number, e] as const).sort(([a], [b]) => a - b).map(([, e], i) => ({ ...e, position: i + 1 }));
      expect(judged(shuffled, asOf, { birthDate: birth })).toBe(judged(list, asOf, { birthDate: birth }));
    }));
  });

  test('a correction equals never having made the mistake', () => {
    fc.assert(fc.property(history, fc.nat(), dated, date, (list, pick, [, on, data], asOf) => {
      const target = list[1 + (pick % (list.length - 1))]!;
      const corrected = { ...target, occurredOn: on, data };
      const correction: LedgerEvent = { ...corrected, id: 'z-correction', position: list.length + 1, corrects: target.id };
      expect(judged([...list, correction], asOf)).toBe(judged(list.map((e) => (e === target ? corrected : e)), asOf));
    }));
  });

  test('a retraction equals its never having been recorded, also when a correction is retracted', () => {
    fc.assert(fc.property(history, fc.nat(), fc.boolean(), date, (list, pick, viaCorrection, asOf) => {
      fc.pre(list.length > 2);
      const target = list[2 + (pick % (list.length - 2))]!;
      const correction: LedgerEvent = { ...target, id: 'z1', position: list.length + 1, corrects: target.id, occurredOn: day(3) };
      const retraction: LedgerEvent = { ...target, id: 'z2', position: list.length + 2, retracts: viaCorrection ? 'z1' : target.id };
      const more = viaCorrection ? [correction, retraction] : [retraction];
      expect(judged([...list, ...more], asOf)).toBe(judged(list.filter((e) => e !== target), asOf));
    }));
  });

  test('what is known at a position is unchanged by anything recorded after it', () => {
    fc.assert(fc.property(history, fc.nat(), date, (list, pick, asOf) => {
      const knownAt = 1 + (pick % list.length);
      expect(judged(list, asOf, { knownAt })).toBe(judged(list.slice(0, knownAt), asOf, { knownAt }));
    }));
  });

  test('an observation is never an input', () => {
    fc.assert(fc.property(history, history, date, (list, seen, asOf) => {
      const observed = seen.map((e, i): LedgerEvent => ({ ...e, id: `o${i}`, kind: 'observation', position: 1000 + i }));
      expect(judged([...list, ...observed], asOf)).toBe(judged(list, asOf));
    }));
  });

  test('no facts leave an active patient without a next step or an alarm', () => {
    fc.assert(fc.property(history, date, birthDate, (list, asOf, birth) => {
      const e = evaluate(input(list, asOf, { birthDate: birth }));
      if (e.active) expect(e.nextSteps.length + e.alarms.length).toBeGreaterThan(0);
      expect(e.alarms.length > 0).toBe(e.active && !e.clocks.some((c) => c.dueOn !== null && isOpenOn(c, asOf)));
    }));
  });

  test('a day without events brings only what the dates already said, and nothing before nextChangeOn', () => {
    fc.assert(fc.property(history, birthDate, fc.integer({ min: 1, max: 900 }), (list, birth, later) => {
      const lastFact = list.map((e) => e.occurredOn).reduce((a, b) => (a > b ? a : b));
      const today = evaluate(input(list, lastFact, { birthDate: birth }));
      const asOf = addDays(lastFact, later);
      const then = evaluate(input(list, asOf, { birthDate: birth }));
      expect(then.clocks).toEqual(today.clocks);
      if (today.nextChangeOn === null || asOf < today.nextChangeOn) {
        expect(answer({ ...then, asOf: today.asOf, nextSteps: [] })).toBe(answer({ ...today, nextSteps: [] }));
        expect(then.clocks.map((c) => clockStatus(c, asOf))).toEqual(today.clocks.map((c) => clockStatus(c, lastFact)));
      }
    }));
  });

  test('a due date does not change by postponement, offer, no-show or death (MOVE-1)', () => {
    fc.assert(fc.property(history, date, fc.constantFrom('utsatt', 'tilbud', 'ikkeMott', 'avlyst', 'dod'), date, (list, on, type, tid) => {
      const more: LedgerEvent = { ...list[1]!, id: 'zz', type, position: 1000, occurredOn: on, data: { kode: '1', nyDato: tid, tid } };
      const due = (l: readonly LedgerEvent[]) => new Map(evaluate(input(l, day(900))).clocks.filter((c) => c.startOn <= on).map((c) => [`${c.clock} ${c.facts.start}`, c.dueOn]));
      const before = due(list);
      for (const [key, dueOn] of due([...list, more])) {
        const old = before.get(key);
        if (old !== undefined && type !== 'dod') expect(dueOn).toBe(old);
      }
    }));
  });

  test('command states never throw and every refusal says why', () => {
    fc.assert(fc.property(history, date, (list, asOf) => {
      for (const state of commandStates(input(list, asOf))) {
        expect(state.allowed).toBe(state.refusal === null);
        if (state.refusal !== null) expect(state.refusal.sentence.nb.length).toBeGreaterThan(10);
      }
    }));
  });

  test('moving to the same rules changes nothing that was closed, and keys stay unique', () => {
    const next = rulesWith({ ...prove, version: '2.0.0' });
    fc.assert(fc.property(history, date, date, (list, on, asOf) => {
      const move: LedgerEvent = { ...list[0]!, id: 'm', type: 'forlopFlyttet', position: 999, occurredOn: on, data: { definition: { id: 'prove', version: '2.0.0' } } };
      const moved = evaluate(input([...list, move], asOf, { rules: next }));
      expect(new Set(moved.clocks.map((c) => c.key)).size).toBe(moved.clocks.length);
      const still = evaluate(input(list, asOf, { rules: next }));
      for (const row of still.clocks.filter((c) => (c.metOn ?? c.endedOn ?? '9') <= on && on <= asOf)) {
        expect(moved.clocks).toContainEqual(row);
      }
    }));
  });

  test('no clock is lost or renamed by a move, whatever the new lengths', () => {
    fc.assert(fc.property(history, date, fc.integer({ min: 1, max: 60 }), (list, on, weeks) => {
      const clocks = prove.clocks.map((c) => (c.due !== undefined && 'after' in c.due ? { ...c, due: { after: [{ span: { value: weeks, unit: 'uke' as const } }] } } : c));
      const next = rulesWith({ ...prove, version: '2.0.0', clocks });
      const move: LedgerEvent = { ...list[0]!, id: 'm', type: 'forlopFlyttet', position: 999, occurredOn: on, data: { definition: { id: 'prove', version: '2.0.0' } } };
      const begun = (l: readonly LedgerEvent[]) => evaluate(input(l, on, { rules: next })).clocks.filter((c) => c.startOn <= on).map((c) => `${c.key} ${c.facts.start}`);
      expect(begun([...list, move])).toEqual(expect.arrayContaining(begun(list)));
    }));
  });
});
