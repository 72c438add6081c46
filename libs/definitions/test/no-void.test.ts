import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { CommandSpec, FieldSpec, Json } from '@forlop/pathway';
import { commandsOn, decideOn, later, on, rules, type Entry, type Patient } from './history.js';

/** A walk through the pathway: each number picks among what is allowed then. */
const walks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 45 })), { minLength: 1, maxLength: 18 });
const births = fc.constantFrom('1980-05-05', '2012-06-01', '2008-06-01', '2003-03-03', null);

/** A value for a field, picked by a number. */
function valueFor(field: FieldSpec, pick: number, day: string): Json {
  const codes = Object.keys(field.codes ?? {});
  switch (field.type) {
    case 'code':
      return codes[pick % codes.length]!;
    case 'codes':
      return codes.filter((_, i) => (pick >> i) % 2 === 0);
    case 'date':
      return field.mayBeFuture === true ? later(day, pick % 90) : day;
    case 'number':
      return pick % 101;
    case 'boolean':
      return pick % 2 === 0;
    case 'id':
      return `id-${pick % 2}`;
  }
}

function dataFor(definition: string, command: CommandSpec, pick: number, day: string): Record<string, Json> {
  const fields = Object.entries(rules.latestDefinition(definition).events[command.records]!.fields ?? {});
  return Object.fromEntries(fields.filter(([, f], i) => f.required === true || (pick >> i) % 2 === 0).map(([name, f]) => [name, valueFor(f, pick, day)]));
}

/** Takes one allowed command; undefined when its data happened to be refused. */
function step(definition: string, patient: Patient, entries: readonly Entry[], day: string, which: number, pick: number): Entry | undefined {
  const allowed = new Set(commandsOn(day, entries, patient).filter((c) => c.allowed).map((c) => c.command));
  const commands = rules.latestDefinition(definition).commands.filter((c) => allowed.has(c.id));
  const command = commands[which % commands.length];
  if (command === undefined) return undefined;
  const decision = decideOn(day, command.id, dataFor(definition, command, pick, day), entries, { ...patient, hasText: true });
  return decision.ok ? [decision.event.type, decision.event.occurredOn, decision.event.data] : undefined;
}

describe.each([
  ['langvarig-utmattelse', [['henvisningMottatt', '2026-01-05'], ['henvisningIKarantene', '2026-01-05'], ['henvisningMottatt', '2026-01-05', { henvisningstype: 'kurs' }], ['diagnoseSatt', '2026-01-05', { diagnose: 'cfs-me' }]]],
  ['langvarig-smerte', [['henvisningMottatt', '2026-01-05'], ['henvisningIKarantene', '2026-01-05'], ['henvisningMottatt', '2026-01-05', { henvisningstype: 'kurs' }]]],
] as [string, Entry[]][])('%s: nobody falls into a void', (definition, beginnings) => {
  test('whatever people choose among what is allowed, an active patient has a next step with an owner and a date', () => {
    fc.assert(fc.property(fc.constantFrom(...beginnings), births, fc.constantFrom('nettverk', 'nasjonalt-utkast', 'begge'), walks, (beginning, birthDate, tidssett, walk) => {
      const patient: Patient = { definition, birthDate, ...(definition === 'langvarig-utmattelse' ? { parameters: { tidssett } } : {}) };
      const entries: Entry[] = [beginning];
      let day = '2026-01-05';
      for (const [which, pick, days] of walk) {
        day = later(day, days);
        const entry = step(definition, patient, entries, day, which, pick);
        if (entry === undefined) continue;
        entries.push(entry);
        const state = on(day, entries, patient);
        if (!state.active) return;
        expect({ entries, alarms: state.alarms, from: state.noNextStepFrom }).toEqual({ entries, alarms: [], from: null });
        expect(state.nextSteps[0]!.owner).not.toBe('');
      }
    }), { numRuns: 60 });
  });

  test.each([
    ['vurdert', { utfall: 'videresendt' }],
    ['videresendt', {}],
  ] as [string, Record<string, Json>][])('a course referral that is forwarded (%s %j) is looked after where it arrives', (type, data) => {
    const entries: Entry[] = [['henvisningMottatt', '2026-01-05', { henvisningstype: 'kurs' }], [type, '2026-01-08', data], ['overforingMottatt', '2026-01-15', { folgesHer: true }]];
    const state = on('2026-01-15', entries, { definition, birthDate: '1980-05-05' });
    expect(state.alarms).toEqual([]);
    expect(state.nextSteps[0]).toMatchObject({ owner: 'vurderer', dueOn: '2026-01-29' });
  });
});
