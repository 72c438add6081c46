import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { osloDate, osloDateOf, osloTimeOf } from '@forlop/calendar';
import { momentOf, ShiftedTime } from '../src/rehearse/shifted-time.js';

const serverNow = Date.parse('2026-11-22T06:17:24.123Z');
const instants = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2060-01-01T00:00:00Z') });

describe('ShiftedTime', () => {
  test('begins within a day after the server, whatever day the scenario begins on', () => {
    fc.assert(
      fc.property(instants, (begin) => {
        const ahead = new ShiftedTime(serverNow, begin).toServer(begin) - serverNow;
        expect(ahead).toBeGreaterThanOrEqual(0);
        expect(ahead).toBeLessThan(86_400_000);
      }),
    );
  });

  test('there and back is where one was, and the time of day stays', () => {
    fc.assert(
      fc.property(instants, instants, (begin, at) => {
        const time = new ShiftedTime(serverNow, begin);
        expect(time.toScenario(time.toServer(at))).toBe(at);
        expect((time.toServer(at) - at) % 86_400_000 === 0).toBe(true);
      }),
    );
  });

  test('an effect is named by its own day again, on both sides of summer time and of the year', () => {
    const time = new ShiftedTime(serverNow, momentOf(osloDate('2026-03-20')));
    for (const day of ['2026-03-29', '2026-10-25', '2027-01-01', '2028-02-29'].map((text) => osloDate(text))) {
      const askAt = osloTimeOf(day, '08:30');
      const server = new Date(time.toServer(askAt)).toISOString();
      const attempt = Number(server.slice(0, 10).replaceAll('-', ''));
      expect(time.attemptToScenario({ pathwayId: 'p', key: 'K#1', attempt, purpose: 'ask' }).attempt).toBe(Number(day.replaceAll('-', '')));
    }
  });

  test('all instants of an answer are moved by the same days', () => {
    const time = new ShiftedTime(serverNow, momentOf(osloDate('2026-03-20')));
    const at = new Date(momentOf(osloDate('2026-04-08'))).toISOString();
    const obligation = { key: 'K#1', workflowId: 'w', kind: 'remind', duty: 'K', clock: 'C', askAt: [at], escalateAt: at, needsConfirmation: false } as const;
    const answer = time.advanceToServer({ position: 1, now: at, nextWakeAt: at, openObligations: [obligation], step: 's', nextDeadline: null, nextRule: null, mode: 'live', finished: false });
    const moved = new Date(time.toServer(Date.parse(at))).toISOString();
    expect(answer).toMatchObject({ now: moved, nextWakeAt: moved, nextDeadline: null, openObligations: [{ askAt: [moved], escalateAt: moved }] });
    expect(time.claimToServer({ go: false, why: 'hold', retryAt: at })).toEqual({ go: false, why: 'hold', retryAt: moved });
    expect(time.claimToServer({ go: false, why: 'closed' })).toEqual({ go: false, why: 'closed' });
  });

  test('what a scenario records is recorded at noon in Norway', () => {
    expect(new Date(momentOf(osloDate('2026-07-01'))).toISOString()).toBe('2026-07-01T10:00:00.000Z');
    expect(osloDateOf(momentOf(osloDate('2026-10-25')))).toBe('2026-10-25');
  });
});
