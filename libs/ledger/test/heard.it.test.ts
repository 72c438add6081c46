import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import * as fc from 'fast-check';
import type { AdvanceResult, FactInput } from '../src/index.js';
import { coordinator, idsOf, instantOf, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
afterAll(() => house.close());

const received = osloDate('2026-03-20');
const assigned = (personId: string): FactInput => ({ type: 'ansvarligTildelt', occurredOn: '2026-03-20', data: { rolle: 'koordinator', personId } });
const assessed: FactInput = { type: 'vurdert', occurredOn: '2026-03-20', data: { utfall: 'rett' } };

/** Takes what the outbox has for a pathway. @returns whether its workflow is to be told. */
async function isTold(pathwayId: string): Promise<boolean> {
  const items = (await house.ledger.unsent(1_000)).filter((item) => item.pathwayId === pathwayId);
  await house.ledger.markSent(items.flatMap(({ ids }) => ids));
  return items.length > 0;
}

async function isBehind(pathwayId: string): Promise<boolean> {
  const mine = (await house.ledger.livePathways({ limit: 10_000 })).find((live) => live.pathwayId === pathwayId);
  return mine !== undefined && mine.advancedPosition < mine.position;
}

/** What a workflow acts on, of what it was answered. */
const acted = ({ position: _position, now: _now, ...view }: AdvanceResult) => view;

/** A pathway that was received today, whose workflow has asked. */
async function heardPathway(): Promise<string> {
  house.at(received);
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  await house.ledger.record(pathwayId, [assigned('koordinator-1')], coordinator);
  await house.ledger.advance(pathwayId, instantOf(received).toISOString());
  await isTold(pathwayId);
  return pathwayId;
}

describe('a workflow is told', () => {
  test('of a new pathway, and of what changes its timer, its obligations or what it shows', async () => {
    house.at(received);
    const { pathwayId } = await house.ledger.intake(referral(), coordinator);
    expect(await isTold(pathwayId)).toBe(true);
    await house.ledger.advance(pathwayId, instantOf(received).toISOString());
    await house.ledger.record(pathwayId, [assessed], coordinator);
    expect(await isTold(pathwayId)).toBe(true);
    expect(await isBehind(pathwayId)).toBe(true);
  });

  test('nothing where nothing of that changes, and is not behind then', async () => {
    const pathwayId = await heardPathway();
    await house.ledger.record(pathwayId, [assigned('koordinator-2')], coordinator);
    await house.ledger.record(pathwayId, [assigned('koordinator-3')], coordinator);
    expect(await isTold(pathwayId)).toBe(false);
    expect(await isBehind(pathwayId)).toBe(false);
  });

  test('and does not look as if it had heard while what came before is still to be told', async () => {
    const pathwayId = await heardPathway();
    const [fact] = idsOf(await house.ledger.record(pathwayId, [assessed], coordinator));
    // It never happened: the workflow would be answered as before, and has a signal on its way all the same.
    await house.ledger.retract(fact!, 'Feil pasient.', coordinator);
    expect(await isBehind(pathwayId)).toBe(true);
    expect(await isTold(pathwayId)).toBe(true);
  });

  test('of what only it records: a day has come that nobody has observed', async () => {
    const pathwayId = await heardPathway();
    house.at('2026-04-09T00:01:00+02:00');
    await house.ledger.record(pathwayId, [assigned('koordinator-4')], coordinator);
    expect(await isTold(pathwayId)).toBe(true);
  });

  test('of anything, once its rows were rebuilt: what it has heard is not known any more', async () => {
    const pathwayId = await heardPathway();
    await house.ledger.rebuild(pathwayId);
    await house.ledger.record(pathwayId, [assigned('koordinator-5')], coordinator);
    expect(await isTold(pathwayId)).toBe(true);
  });

  test('that it is paused', async () => {
    const pathwayId = await heardPathway();
    await house.ledger.setMode(pathwayId, 'paused', 'Pasienten er i utlandet.', coordinator);
    expect(await isTold(pathwayId)).toBe(true);
  });
});

/** Facts of which a workflow must hear, may hear and need not hear, on any day. */
const kinds: readonly (readonly [type: string, data?: Readonly<Record<string, Json>>])[] = [
  ['ansvarligTildelt', { rolle: 'koordinator', personId: 'koordinator-9' }],
  ['svarSendt', { til: 'henviser' }],
  ['svarSendt', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }],
  ['vurdert', { utfall: 'rett' }],
  ['vurdert', { utfall: 'avslag' }],
  ['fristSatt', { dato: '2026-06-12' }],
  ['timeTilbudt', { tid: '2026-06-24', gjelder: 'oppstart' }],
  ['ikkeMott', { gjelder: 'oppstart' }],
  ['helsehjelpStartet', { kontakttype: '1' }],
  ['tilbakeforingsmoteHoldt', { deltakere: ['pasient', 'fastlege'] }],
  ['pasientDod'],
];

type Step =
  | { readonly do: 'fact'; readonly kind: number; readonly day: number }
  | { readonly do: 'retract'; readonly which: number }
  | { readonly do: 'outcome'; readonly which: number; readonly failed: boolean }
  | { readonly do: 'probe' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('fact' as const), kind: fc.nat(kinds.length - 1), day: fc.integer({ min: 0, max: 110 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retract' as const), which: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('outcome' as const), which: fc.nat(20), failed: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'probe' as const }) },
);

/** Steps, each some hours after the one before. */
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 240 }), step), { minLength: 1, maxLength: 14 });

/** A workflow that asks when its timer is due or a signal came, and never else. */
class Listener {
  private constructor(private readonly pathwayId: string, public answer: AdvanceResult) {}

  static async of(pathwayId: string, now: number): Promise<Listener> {
    return new Listener(pathwayId, await house.ledger.advance(pathwayId, new Date(now).toISOString()));
  }

  /** Lives until an instant (epoch milliseconds): its timers fire on the way. */
  async sleepUntil(now: number): Promise<void> {
    while (this.answer.nextWakeAt !== null && Date.parse(this.answer.nextWakeAt) <= now) {
      house.at(this.answer.nextWakeAt);
      await this.ask(this.answer.nextWakeAt);
    }
    house.at(new Date(now).toISOString());
  }

  async hear(now: number): Promise<void> {
    if (await isTold(this.pathwayId)) await this.ask(new Date(now).toISOString());
  }

  private async ask(now: string): Promise<void> {
    this.answer = await house.ledger.advance(this.pathwayId, now);
  }
}

async function take(pathwayId: string, action: Step, today: OsloDate, listener: Listener, recorded: string[]): Promise<void> {
  const { ledger } = house;
  if (action.do === 'fact') {
    const [type, data] = kinds[action.kind]!;
    const wanted = addDays(received, action.day);
    recorded.push(...idsOf(await ledger.record(pathwayId, [{ type, occurredOn: wanted < today ? wanted : today, ...(data && { data }) }], coordinator)));
  } else if (action.do === 'retract' && recorded.length > 0) {
    await ledger.retract(recorded[action.which % recorded.length]!, 'Feil.', coordinator);
  } else if (action.do === 'outcome') {
    await settle(pathwayId, action, today, listener.answer);
  }
}

/** An obligation that the workflow was answered asks its owner, who is reached or is not. */
async function settle(pathwayId: string, { which, failed }: Extract<Step, { do: 'outcome' }>, today: OsloDate, { openObligations }: AdvanceResult): Promise<void> {
  const obligation = openObligations[which % Math.max(openObligations.length, 1)];
  if (obligation === undefined) return;
  if (obligation.needsConfirmation) await house.ledger.confirmObligation(pathwayId, obligation.key, coordinator);
  const attempt = { pathwayId, key: obligation.key, attempt: Number(today.replaceAll('-', '')), purpose: obligation.kind === 'correct-notice' ? 'withdraw' as const : 'ask' as const };
  if (!(await house.ledger.claimAttempt(attempt)).go) return;
  await house.ledger.recordOutcome(attempt, failed ? { status: 'failed', code: 'no-address' } : { status: 'sent', messageId: `<${today}@prove>` });
}

test('whatever happens: a workflow that hears only of changes knows what it would be answered, and nothing is left to observe', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      let now = instantOf(received).getTime();
      house.at(received);
      const { pathwayId } = await house.ledger.intake(referral(), coordinator);
      await isTold(pathwayId);
      const listener = await Listener.of(pathwayId, now);
      const recorded: string[] = [];
      const { ledger } = house;
      for (const [hours, action] of [...steps, [0, { do: 'probe' }] as const]) {
        now += hours * 3_600_000;
        await listener.sleepUntil(now);
        await take(pathwayId, action, osloDate(new Date(now).toISOString().slice(0, 10)), listener, recorded);
        await listener.hear(now);
        expect(await isBehind(pathwayId)).toBe(false);
        if (action.do !== 'probe') continue;
        const before = (await ledger.patientView(pathwayId)).position;
        const asked = await ledger.advance(pathwayId, new Date(now).toISOString());
        expect(acted(asked)).toEqual(acted(listener.answer));
        expect(asked.position).toBe(before);
      }
    }),
    { numRuns: 25, seed: 20260320 },
  );
}, 120_000);
