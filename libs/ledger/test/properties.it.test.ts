import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import * as fc from 'fast-check';
import type { FactInput } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
afterAll(() => house.close());

const received = osloDate('2026-03-20');

/** Facts that start, meet, move and end clocks, in any order and on any day: also those that do not fit. */
const kinds: readonly (readonly [type: string, data?: Readonly<Record<string, Json>>])[] = [
  ['vurdert', { utfall: 'rett' }],
  ['vurdert', { utfall: 'avslag' }],
  ['svarSendt', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }],
  ['fristSatt', { dato: '2026-06-12' }],
  ['timeTilbudt', { tid: '2026-06-10', gjelder: 'oppstart' }],
  ['timeTilbudt', { tid: '2026-06-24', gjelder: 'oppstart' }],
  ['ikkeMott', { gjelder: 'oppstart' }],
  ['fristbruddForutsett', { gjelder: 'oppstart' }],
  ['helsehjelpStartet', { kontakttype: '1' }],
  ['tilbakeforingsmoteHoldt', { deltakere: ['pasient', 'fastlege'] }],
  ['pasientDod'],
];

type Step =
  | { readonly do: 'fact'; readonly kind: number; readonly day: number }
  | { readonly do: 'correct'; readonly which: number; readonly day: number }
  | { readonly do: 'retract'; readonly which: number }
  | { readonly do: 'advance'; readonly behind: number }
  | { readonly do: 'tell'; readonly which: number };

const day = fc.integer({ min: 0, max: 110 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('fact' as const), kind: fc.nat(kinds.length - 1), day }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(20), day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retract' as const), which: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('advance' as const), behind: fc.constantFrom(0, 0, 3, 60) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tell' as const), which: fc.nat(20) }) },
);

/** Steps, each some days after the one before. */
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), step), { minLength: 1, maxLength: 14 });

async function live(steps: readonly (readonly [number, Step])[]): Promise<string> {
  house.at('2026-03-20');
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  const recorded: { id: string; fact: FactInput }[] = [];
  let today: OsloDate = received;
  for (const [later, action] of steps) {
    today = addDays(today, later);
    house.at(today);
    await take(pathwayId, action, today, recorded);
  }
  return pathwayId;
}

const noLaterThan = (offset: number, today: OsloDate): OsloDate => {
  const wanted = addDays(received, offset);
  return wanted < today ? wanted : today;
};

async function take(pathwayId: string, action: Step, today: OsloDate, recorded: { id: string; fact: FactInput }[]): Promise<void> {
  const { ledger } = house;
  if (action.do === 'advance') {
    await ledger.advance(pathwayId, `${addDays(today, -action.behind)}T10:00:00Z`);
  } else if (action.do === 'fact') {
    const [type, data] = kinds[action.kind]!;
    const fact = { type, occurredOn: noLaterThan(action.day, today), ...(data && { data }) };
    const result = await ledger.record(pathwayId, [fact], coordinator);
    if (result.outcome !== 'done') throw new Error(JSON.stringify(result.errors));
    recorded.push({ id: result.eventIds[0]!, fact });
  } else if (action.do === 'tell') {
    await tellOne(pathwayId, action.which, today);
  } else if (recorded.length > 0) {
    const { id, fact } = recorded[action.which % recorded.length]!;
    if (action.do === 'retract') await ledger.retract(id, 'Feil.', coordinator);
    else await ledger.correct(id, { occurredOn: noLaterThan(action.day, today), ...(fact.data && { data: fact.data }) }, coordinator);
  }
}

async function tellOne(pathwayId: string, which: number, today: OsloDate): Promise<void> {
  const { openObligations } = await house.ledger.advance(pathwayId, `${today}T10:00:00Z`);
  const obligation = openObligations[which % Math.max(openObligations.length, 1)];
  if (obligation === undefined) return;
  if (obligation.needsConfirmation) await house.ledger.confirmObligation(pathwayId, obligation.key, coordinator);
  const attempt = { pathwayId, key: obligation.key, attempt: Number(today.replaceAll('-', '')), purpose: obligation.kind === 'correct-notice' ? 'withdraw' as const : 'ask' as const };
  const claim = await house.ledger.claimAttempt(attempt);
  if (claim.go) await house.ledger.recordOutcome(attempt, { status: 'sent', messageId: `<${today}@prove>` });
}

const once = new Set(['warned', 'at-risk', 'met-late', 'passed-by-patient', 'turned']);

test('whatever happens, in whatever order: chains hold, read tables equal a rebuild, and each thing is observed once', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const pathwayId = await live(steps);
      expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
      expect(await house.ledger.rebuild(pathwayId)).toEqual({ pathways: 1, changed: 0 });
      const { timeline } = await house.ledger.patientView(pathwayId);
      const seen = timeline.filter((e) => once.has(e.type)).map((e) => JSON.stringify([e.type, e.data['key'], e.data['on'], e.data['age']]));
      expect(seen.filter((s, i) => seen.indexOf(s) !== i)).toEqual([]);
      const shown = new Map<string, boolean>();
      for (const { type, data } of timeline) {
        const subject = `${String(data['key'])} ${String(data['on'])}`;
        if (type === 'shown-broken') expect(shown.get(subject) ?? false).toBe(false);
        if (type === 'broken-withdrawn') expect(shown.get(subject)).toBe(true);
        if (type === 'shown-broken' || type === 'broken-withdrawn') shown.set(subject, type === 'shown-broken');
      }
      const { position } = await house.ledger.advance(pathwayId, '2026-03-20T10:00:00Z');
      expect((await house.ledger.advance(pathwayId, '2026-03-20T10:00:00Z')).position).toBe(position);
    }),
    { numRuns: 40, seed: 20260320 },
  );
}, 120_000);
