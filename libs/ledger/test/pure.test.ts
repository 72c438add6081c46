import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { calendarById, osloDate } from '@forlop/calendar';
import { canonicalJson } from '@forlop/pathway';
import * as fc from 'fast-check';
import { eventHash, type ChainedEvent } from '../src/core/chain.js';
import { isUuid, newEventId } from '../src/core/event-id.js';
import { correctionKey, obligationWorkflowId } from '../src/core/obligation-keys.js';
import { rowChanges } from '../src/core/row-changes.js';
import type { ReadRows } from '../src/core/read-rows.js';
import { checkChain, type AuditedEvent } from '../src/audit/check-chain.js';
import { askInstant, quietUntil, spreadOf, wakeInstant } from '../src/process/spread.js';

const norway = calendarById('norge', '2026.1');

describe('spread', () => {
  test('always the same for a name, never out of range, and over a thousand names even', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), (name, range) => {
      const spread = spreadOf(name, range);
      expect(spread).toBe(spreadOf(name, range));
      expect(spread).toBeGreaterThanOrEqual(0);
      expect(spread).toBeLessThan(range);
    }));
    const perMinute = [0, 0, 0, 0];
    for (let i = 0; i < 1000; i += 1) perMinute[Math.floor(spreadOf(`pathway-${i}`, 240_000) / 60_000)]! += 1;
    for (const count of perMinute) expect(count).toBeGreaterThan(200);
  });

  test.each([
    ['winter', '2026-01-15', '2026-01-14T23:0'],
    ['summer', '2026-06-13', '2026-06-12T22:0'],
    ['the night that summer time begins', '2026-03-29', '2026-03-28T23:0'],
    ['the night after it ended', '2026-10-26', '2026-10-25T23:0'],
  ])('a pathway wakes within four minutes of Oslo midnight: %s', (_, day, expected) => {
    expect(wakeInstant('p', osloDate(day))).toMatch(new RegExp(`^${expected}[0-3]:`));
  });

  test.each([
    ['a Thursday', '2026-04-30', '2026-04-30'],
    ['1 May, a Friday', '2026-05-01', '2026-05-04'],
    ['a Saturday', '2026-05-02', '2026-05-04'],
    ['Maundy Thursday', '2026-04-02', '2026-04-07'],
  ])('people are asked in the morning of a working day: %s', (_, day, expected) => {
    expect(askInstant(norway, 'p', osloDate(day))).toMatch(new RegExp(`^${expected}T0[67]:`));
  });

  test.each([
    ['a minute before eight', '2026-04-13T05:59:59Z', '2026-04-13'],
    ['eight', '2026-04-13T06:00:00Z', null],
    ['just before the evening', '2026-04-13T17:59:59Z', null],
    ['the evening', '2026-04-13T18:00:00Z', '2026-04-14'],
    ['a Sunday', '2026-04-12T10:00:00Z', '2026-04-13'],
    ['a Friday evening before a long week-end', '2026-04-30T18:00:00Z', '2026-05-04'],
  ])('they are left in peace outside their hours: %s', (_, now, until) => {
    const answer = quietUntil(norway, { from: '08:00', to: '20:00' }, 'p', new Date(now));
    if (until === null) expect(answer).toBeNull();
    else expect(answer).toMatch(new RegExp(`^${until}T0[67]:`));
    expect(quietUntil(norway, null, 'p', new Date(now))).toBeNull();
  });
});

describe('event ids', () => {
  test('are UUIDs that grow with time of recording and place in the pathway', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instant, fc.nat(4094), (at, seq) => {
      const id = newEventId(at, seq);
      expect(isUuid(id)).toBe(true);
      expect(id < newEventId(at, seq + 1)).toBe(true);
      expect(id < newEventId(new Date(at.getTime() + 1), 0)).toBe(true);
    }));
  });
});

test('keys of corrections name workflows of their own', () => {
  expect(correctionKey('HELFO-VARSEL#1', 2)).toBe('RETTELSE-HELFO-VARSEL#1.2');
  expect(obligationWorkflowId('p', 'RETTELSE-HELFO-VARSEL#1.2')).toBe('p/RETTELSE-HELFO-VARSEL/1.2');
});

describe('the hash chain', () => {
  const base: ChainedEvent = {
    pathwayId: 'p', seq: 1, id: 'e', patientId: 'x', kind: 'fact', type: 't', occurredOn: '2026-01-01', recordedAt: '2026-01-01T10:00:00.000Z', data: { a: 1, b: 'x' },
    sealed: 'AAAA', corrects: null, retracts: null, organisationId: 'o', actor: 'person:k', prevHash: null,
  };

  test.each(Object.keys(base) as (keyof ChainedEvent)[])('covers %s', (field) => {
    const changed = { ...base, [field]: field === 'seq' ? 2 : field === 'data' ? { a: 1, b: 'y' } : 'another' };
    expect(eventHash(changed)).not.toBe(eventHash(base));
  });

  test('is that of the canonical JSON of all of it, whatever stands in it', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(fc.property(fc.record({ actor: texts, type: texts, sealed: fc.option(texts), corrects: fc.option(texts), data: fc.dictionary(texts, fc.option(texts)), seq: fc.nat() }), (some) => {
      const event = { ...base, ...some };
      expect(eventHash(event)).toBe(createHash('sha256').update(canonicalJson({ format: 1, ...event }), 'utf8').digest('hex'));
    }));
  });

  test('does not depend on the order of members, which a database may change', () => {
    expect(eventHash({ ...base, data: { b: 'x', a: 1 } })).toBe(eventHash(base));
  });

  test('an event taken out, put in or moved is found', () => {
    const chain: AuditedEvent[] = [];
    for (let seq = 1; seq <= 4; seq += 1) {
      const prevHash = chain.at(-1)?.hash ?? null;
      const event = { ...base, seq, id: `e${seq}`, prevHash };
      chain.push({ ...event, position: seq * 10, organisation: 'o', sealedFor: 'x', hasText: true, occurredOn: osloDate('2026-01-01'), data: base.data as AuditedEvent['data'], hash: eventHash(event) });
    }
    const head = { id: 'p', headHash: chain[3]!.hash, headPosition: 40, eventCount: 4 };
    const problems = (events: readonly AuditedEvent[]): string[] => checkChain(head, events).map((d) => d.what);
    expect(problems(chain)).toEqual([]);
    expect(problems(chain.slice(0, 3))).toEqual(['head', 'head']);
    expect(problems([chain[0]!, chain[2]!, chain[3]!])).toEqual(['order', 'chain', 'head']);
    expect(problems([chain[0]!, chain[2]!, chain[1]!, chain[3]!])).toEqual(expect.arrayContaining(['order', 'chain']));
    expect(problems([...chain, { ...chain[3]!, seq: 5, position: 50 }])).toEqual(expect.arrayContaining(['chain', 'head']));
  });
});

describe('row changes', () => {
  const row = fc.record({ key: fc.constantFrom('A#1', 'A#2', 'B#1'), value: fc.nat(3) });
  const rowsOf = fc.uniqueArray(row, { selector: (r) => r.key });
  const rows = fc.record({ clocks: rowsOf, obligations: rowsOf, findings: rowsOf, access: rowsOf });

  test('what is put and dropped turns what was written into what shall be, and no more', () => {
    fc.assert(fc.property(rows, rows, (before, after) => {
      const state = {} as ReadRows['state'];
      const { digests } = rowChanges({ state, ...before }, null);
      const { changes } = rowChanges({ state, ...after }, digests);
      for (const table of ['clocks', 'obligations', 'findings', 'access'] as const) {
        const drop = `drop${table[0]!.toUpperCase()}${table.slice(1)}` as 'dropClocks' | 'dropObligations' | 'dropFindings' | 'dropAccess';
        const result = new Map<string, unknown>(before[table].map((r) => [r.key, r]));
        for (const key of changes[drop] ?? []) expect(result.delete(key)).toBe(true);
        for (const put of changes[table] ?? []) {
          expect(result.get(put.key)).not.toEqual(put);
          result.set(put.key, put);
        }
        expect([...result.values()].sort(byKey)).toEqual([...after[table]].sort(byKey));
      }
    }));
  });

  const byKey = (a: unknown, b: unknown): number => ((a as { key: string }).key < (b as { key: string }).key ? -1 : 1);
});
