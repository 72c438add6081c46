import { describe, expect, test } from '@jest/globals';
import { stepsFrom } from '../src/screens/patient/lms/steps.js';
import { asTime, noTime, typedFrom } from '../src/screens/patient/meetings/time.js';
import { ownersIn } from '../src/screens/patient/participants/owners-in.js';
import { rowsOf } from '../src/screens/patient/participants/team-rows.js';

describe('who has a role', () => {
  const given = (rolle: string, personId: string, occurredOn: string, more = {}) => ({ type: 'ansvarligTildelt', occurredOn, data: { rolle, personId }, retracts: null, supersededBy: null, ...more });

  test('is the one who was given it last, by date', () => {
    const timeline = [given('koordinator', 'anne', '2026-03-20'), given('koordinator', 'berit', '2026-04-01'), given('koordinator', 'cato', '2026-03-25'), given('behandler', 'dag', '2026-03-20')];
    expect(ownersIn(timeline)).toEqual([{ role: 'koordinator', person: 'berit', on: '2026-04-01' }, { role: 'behandler', person: 'dag', on: '2026-03-20' }]);
  });

  test('is nobody by an event that was put right, taken back, or of another type', () => {
    expect(ownersIn([given('koordinator', 'anne', '2026-03-20', { supersededBy: 'x' }), given('koordinator', 'anne', '2026-03-20', { retracts: 'x' }), given('koordinator', 'anne', '2026-03-20', { type: 'svarSendt' })])).toEqual([]);
  });
});

describe('a requirement', () => {
  const title = { nb: 'En' };
  const spec = { id: 'TEAM', title, needs: [{ anyOf: ['lege'], title }, { anyOf: ['psykolog', 'psykiater'], title }, { anyOf: ['bup'], title }], optional: [{ code: 'fysioterapeut', title }] };
  const state = { has: ['psykiater'], missing: [['lege']], optionalMissing: ['fysioterapeut'] };
  const kinds = (rows: ReturnType<typeof rowsOf>) => rows.map(({ codes, kind }) => `${codes.join('/')} ${kind}`);

  test('shows what is there and what is missing, and leaves out what does not hold for the patient', () =>
    expect(kinds(rowsOf(spec, state))).toEqual(['lege missing', 'psykolog/psykiater has', 'fysioterapeut optional']));

  test('says that it must be there where the definition stops without it', () => expect(kinds(rowsOf({ ...spec, gates: { gate: 'blocks' } }, state))[0]).toBe('lege required'));
});

describe("a meeting's time", () => {
  test('is typed as clocks in Norway show it, also where summer time ends', () => {
    const shown = { form: 'video', place: null, videoUrl: null } as const;
    expect(typedFrom({ ...shown, startsAt: '2026-10-24T08:00:00.000Z', endsAt: '2026-10-24T09:30:00.000Z' } as never)).toMatchObject({ day: '2026-10-24', from: '10:00', to: '11:30', place: '' });
    expect(typedFrom({ ...shown, startsAt: '2026-10-26T09:00:00.000Z', endsAt: '2026-10-26T10:00:00.000Z' } as never)).toMatchObject({ day: '2026-10-26', from: '10:00', to: '11:00' });
  });

  test('is sent without a zone, and what is empty as nothing', () =>
    expect(asTime({ ...noTime, day: '2026-12-15', from: '10:00', to: '11:00' })).toEqual({ startsAt: '2026-12-15T10:00', endsAt: '2026-12-15T11:00', form: 'fysisk', place: null, videoUrl: null }));
});

test.each([['waiting', 3], ['offered', 4], ['accepted', 2], ['declined', 0], ['course-cancelled', 0]] as const)('an offer that is %s has %i next steps', (state, steps) => expect(stepsFrom(state)).toHaveLength(steps));
