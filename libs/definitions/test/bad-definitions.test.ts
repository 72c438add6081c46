import { describe, expect, test } from '@jest/globals';
import { DefinitionError, parseDefinition, type DefinitionProblem } from '../src/index.js';
import { put, smallDefinition } from './small-definition.js';

/** What is wrong with the small definition after some changes, as `path code`. */
function problems(...changes: readonly (readonly [path: string, value: unknown])[]): string[] {
  return problemsOf(spoilt(changes)).map((p) => `${p.path} ${p.code}`);
}

function spoilt(changes: readonly (readonly [path: string, value: unknown])[]): unknown {
  const definition = smallDefinition();
  for (const [path, value] of changes) put(definition, path, value);
  return definition;
}

function problemsOf(json: unknown): readonly DefinitionProblem[] {
  try {
    parseDefinition(json);
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
}

const GONE = undefined;

test('the small definition is right', () => {
  expect(problems()).toEqual([]);
});

describe('the schema refuses', () => {
  test.each<[string, string, unknown, string[]]>([
    ['an unknown key', '/clocks/0/onwer', 'lege', ['/clocks/0/onwer unknown-key']],
    ['an unknown key at the top', '/clock', [], ['/clock unknown-key']],
    ['a missing owner', '/clocks/0/owner', GONE, ['/clocks/0/owner required']],
    ['a missing rank', '/events/satt/rank', GONE, ['/events/satt/rank required']],
    ['a missing title', '/title', GONE, ['/title required']],
    ['a title without bokmål', '/title', { en: 'Trial' }, ['/title/nb required']],
    ['an empty title', '/title/nb', '', ['/title/nb too-small']],
    ['a text where a number belongs', '/events/satt/rank', 'ti', ['/events/satt/rank wrong-type']],
    ['an unknown status', '/clocks/1/status', 'vedtatt', ['/clocks/1/status unknown-value']],
    ['an unknown kind of clock', '/clocks/1/kind', 'soft', ['/clocks/1/kind unknown-value']],
    ['an unknown unit', '/clocks/1/due/after/1/span/unit', 'fortnight', ['/clocks/1/due/after/1/span/unit unknown-value']],
    ['a length of nothing', '/clocks/1/due/after/1/span/value', 0, ['/clocks/1/due/after/1/span/value too-small']],
    ['half a week', '/clocks/1/due/after/1/span/value', 1.5, ['/clocks/1/due/after/1/span/value wrong-type']],
    ['a clock without a source', '/clocks/1/sources', [], ['/clocks/1/sources too-small']],
    ['a group without a source', '/groups/0/sources', GONE, ['/groups/0/sources required']],
    ['a rule id in small letters', '/clocks/1/id', 'hver', ['/clocks/1/id bad-format']],
    ['an event with a hyphen', '/events/noe-annet', { title: { nb: 'Noe' }, rank: 1 }, ['/events/noe-annet bad-id']],
    ['a date that does not exist', '/validFrom', '2026-02-29', ['/validFrom bad-format']],
    ['a version that is no version', '/version', '1.0', ['/version bad-format']],
    ['an unknown key inside a condition', '/groups/0/when', { age: { under: 18 } }, ['/groups/0/when/age/under unknown-key']],
    ['a condition of no known form', '/groups/0/when', { alder: 18 }, ['/groups/0/when/all required', '/groups/0/when/alder unknown-key']],
    ['a text as condition', '/groups/0/when', 'barn', ['/groups/0/when wrong-shape']],
    ['a condition deep inside others', '/groups/0/when', { all: [{ not: { step: 'ny' } }] }, ['/groups/0/when/all/0/not/step wrong-type']],
    ['a due that is neither length nor field', '/clocks/1/due', { before: [] }, ['/clocks/1/due/after required', '/clocks/1/due/before unknown-key']],
  ])('%s', (_, path, value, expected) => {
    expect(problems([path, value])).toEqual(expected);
  });
});

describe('the cross-checks refuse', () => {
  test.each<[string, string, unknown, string[]]>([
    ['an unknown event that starts a clock', '/clocks/1/start/0/event', 'mottat', ['/clocks/1/start/0/event unknown-event', '/clocks/1/key unknown-field']],
    ['an unknown event that meets a clock', '/clocks/0/metBy/0/event', 'begynt', ['/clocks/0/metBy/0/event unknown-event']],
    ['an unknown event in a condition', '/plans/0/when/happened', 'borte', ['/plans/0/when/happened unknown-event']],
    ['an unknown age mark', '/clocks/0/metBy/0/event', '@fyller-80', ['/clocks/0/metBy/0/event unknown-event']],
    ['an unknown event in a transition', '/transitions/0/on/event', 'borte', ['/transitions/0/on/event unknown-event']],
    ['an unknown event that sets an attribute', '/attributes/art/setBy/0/event', 'borte', ['/attributes/art/setBy/0/event unknown-event']],
    ['an unknown gated event', '/requirements/0/gates/event', 'borte', ['/requirements/0/gates/event unknown-event', '/requirements/0/gates/event gate-gathers-nothing']],
    ['an unknown event that a command records', '/commands/0/records', 'borte', ['/commands/0/records unknown-event']],
    ['an unknown field in a test', '/transitions/0/on/where', { form: { is: 'ny' } }, ['/transitions/0/on/where/form unknown-field']],
    ['an unknown code in a test', '/transitions/0/on/where/art/is', 'brukt', ['/transitions/0/on/where/art/is unknown-code']],
    ['an unknown code in a list', '/transitions/0/on/where/art', { in: ['ny', 'brukt'] }, ['/transitions/0/on/where/art/in unknown-code']],
    ['an unknown code that a list should include', '/plans/0/when/where/prover/includes', 'crp', ['/plans/0/when/where/prover/includes unknown-code']],
    ['a test that the type cannot answer', '/transitions/0/on/where/art', { atLeast: 3 }, ['/transitions/0/on/where/art/atLeast test-does-not-fit']],
    ['a list that is tested like one code', '/plans/0/when/where/prover', { is: 'acth' }, ['/plans/0/when/where/prover/is test-does-not-fit']],
    ['an unknown attribute', '/groups/0/when', { attribute: 'vekt', test: { atLeast: 80 } }, ['/groups/0/when/attribute unknown-attribute']],
    ['a value that the attribute never has', '/groups/0/when', { attribute: 'art', test: { is: 'brukt' } }, ['/groups/0/when/test/is unknown-value']],
    ['an age at an attribute that is no date', '/groups/0/when/age/at', 'art', ['/groups/0/when/age/at wrong-field-type']],
    ['an age at an unknown attribute', '/groups/0/when/age/at', 'fodt', ['/groups/0/when/age/at unknown-attribute']],
    ['an age without a limit', '/groups/0/when/age', { at: 'mottattdato' }, ['/groups/0/when/age age-without-limit']],
    ['an unknown parameter', '/clocks/0/metBy/0/when/parameter', 'settet', ['/clocks/0/metBy/0/when/parameter unknown-parameter']],
    ['a value that the parameter does not have', '/clocks/0/metBy/0/when/is', 'c', ['/clocks/0/metBy/0/when/is unknown-value']],
    ['a default that is not a value', '/parameters/sett/default', 'c', ['/parameters/sett/default unknown-value']],
    ['a value twice', '/parameters/sett/values', ['a', 'b', 'a'], ['/parameters/sett/values duplicate-value']],
    ['an unknown step in a condition', '/commands/0/requires/0/that/step/0', 'gammel', ['/commands/0/requires/0/that/step/0 unknown-step']],
    ['an unknown step that a command asks for', '/commands/0/from/0', 'gammel', ['/commands/0/from/0 unknown-step']],
    ['an unknown first step', '/initialStep', 'forst', ['/initialStep unknown-step', '/steps/0 unreachable-step', '/steps/1 unreachable-step']],
    ['an unknown group', '/clocks/1/due/after/0/when/group', 'VOKSEN', ['/clocks/1/due/after/0/when/group unknown-group']],
    ['an unknown requirement', '/clocks/1/start/0/when/missing', 'ANDRE', ['/clocks/1/start/0/when/missing unknown-requirement']],
    ['an unknown owner of a clock', '/clocks/0/owner', 'portner', ['/clocks/0/owner unknown-role']],
    ['an unknown owner of a step', '/steps/0/owner', 'portner', ['/steps/0/owner unknown-role']],
    ['an unknown owner of a measure', '/plans/0/items/0/owner', 'portner', ['/plans/0/items/0/owner unknown-role']],
    ['a duty to an unknown role', '/duties/0/to', 'portner', ['/duties/0/to unknown-role']],
    ['an escalation to an unknown role', '/duties/0/escalate/to', 'portner', ['/duties/0/escalate/to unknown-role']],
    ['a command for an unknown role', '/commands/0/roles/0', 'portner', ['/commands/0/roles/0 unknown-role']],
    ['a duty of an unknown clock', '/duties/0/clock', 'ANNEN', ['/duties/0/clock unknown-clock']],
    ['an unknown guided clock', '/clocks/1/guidesClock', 'ANNEN', ['/clocks/1/guidesClock unknown-clock']],
    ['an unknown source', '/clocks/1/sources/0/source', 'rykte', ['/clocks/1/sources/0/source unknown-source']],
    ['an unknown calendar', '/calendar/id', 'sverige', ['/calendar unknown-calendar']],
    ['an unknown version of the calendar', '/calendar/version', '1814.1', ['/calendar unknown-calendar']],
    ['citations of one law that overlap', '/clocks/0/sources/1/validFrom', '2022-12-31', ['/clocks/0/sources/1 overlapping-citations']],
    ['a dated beside an undated citation of one law', '/clocks/0/sources/1/validFrom', GONE, ['/clocks/0/sources/1 overlapping-citations']],
    ['a citation that ends before it begins', '/clocks/0/sources/0/validFrom', '2023-06-01', ['/clocks/0/sources/0/validTo period-backwards']],
    ['a definition that ends before it begins', '/validTo', '2025-12-31', ['/validTo period-backwards']],
    ['an event of the engine', '/events/forlopOpprettet', { title: { nb: 'Opprettet' }, rank: 0 }, ['/events/forlopOpprettet engine-event']],
    ['a code field without codes', '/events/satt/fields/kode/codes', {}, ['/events/satt/fields/kode/codes codes-missing', '/clocks/0/bookings/patientCauses/0 unknown-code']],
    ['codes on a date', '/events/satt/fields/dato/codes', { i: { nb: 'I' } }, ['/events/satt/fields/dato/codes setting-does-not-fit']],
    ['a smallest value of a text', '/events/mottatt/fields/id/min', 1, ['/events/mottatt/fields/id/min setting-does-not-fit']],
    ['a range turned round', '/events/mottatt/fields/tap/min', 200, ['/events/mottatt/fields/tap/max range-backwards']],
    ['an attribute set in two ways', '/attributes/art/setBy/0/value', 'ny', ['/attributes/art/setBy/0 one-way-to-set']],
    ['an attribute set in no way', '/attributes/art/setBy/0/field', GONE, ['/attributes/art/setBy/0 one-way-to-set']],
    ['an attribute set by a list', '/attributes/art/setBy/0/field', 'prover', ['/attributes/art/setBy/0/field wrong-field-type']],
    ['an attribute set by an unknown field', '/attributes/art/setBy/0/field', 'form', ['/attributes/art/setBy/0/field unknown-field']],
    ['a step that nothing leads to', '/steps/-', { id: 'glemt', title: { nb: 'Glemt' }, terminal: true }, ['/steps/3 unreachable-step']],
    ['a step that nothing leads out of', '/transitions/1/from', ['ny'], ['/steps/1 dead-end']],
    ['no last step', '/steps/2/terminal', GONE, ['/steps/2 dead-end', '/steps no-last-step']],
    ['a pathway that death does not end', '/endsEverything', [], ['/endsEverything no-ending']],
    ['a clock id twice', '/clocks/1/id', 'FRIST', ['/clocks/1/id duplicate-id']],
    ['one rule id for a clock and a group', '/groups/0/id', 'HVER', ['/clocks/1/id duplicate-id', '/clocks/1/due/after/0/when/group unknown-group']],
    ['a step id twice', '/steps/-', { id: 'ny', title: { nb: 'Ny' } }, ['/steps/3/id duplicate-id']],
    ['a command id twice', '/commands/-', { id: 'ta-imot', title: { nb: 'Igjen' }, records: 'mottatt', from: '*' }, ['/commands/1/id duplicate-id']],
    ['a plan settled by a command that is not there', '/plans/0/settledBy', { command: 'borte', field: 'prover' }, ['/plans/0/settledBy/command unknown-command']],
    ['a plan settled by codes that its event lacks', '/plans/0/settledBy', { command: 'ta-imot', field: 'prover' }, ['/plans/0/settledBy unknown-code']],
    ['a measure that records an unknown code', '/plans/0/items/0/done', { command: 'ta-imot', data: { art: 'rar' } }, ['/plans/0/items/0/done/data/art unknown-code']],
    ['a measure that records an unknown field', '/plans/0/items/0/done', { command: 'ta-imot', data: { farge: 'rod' } }, ['/plans/0/items/0/done/data/farge unknown-field']],
    ['a meeting whose day has no field', '/meetings', [{ id: 'mote', title: { nb: 'Møte' }, status: 'local', sources: [{ source: 'valg' }], booked: { command: 'ta-imot', dateField: 'dag' }, participants: [{ code: 'lege', title: { nb: 'Legen' }, level: 'kan' }], agenda: [{ id: 'en', title: { nb: 'En' } }] }], ['/meetings/0/booked wrong-field-type']],
    ['a measure twice', '/plans/0/items/-', { id: 'en', title: { nb: 'En' }, owner: 'lege', level: 'kan' }, ['/plans/0/items/1/id duplicate-id']],
    ['a group that depends on itself', '/groups/0/when', { group: 'BARN' }, ['/groups/0 circular']],
    ['a requirement that nothing can fill', '/requirements/0/needs/0/anyOf/0', 'crp', ['/requirements/0/needs/0/anyOf/0 unknown-code']],
    ['an optional code that nothing can give', '/requirements/0/optional', [{ code: 'crp', title: { nb: 'CRP' } }], ['/requirements/0/optional/0/code unknown-code']],
    ['a requirement gathered from a number', '/requirements/0/gather/0/field', 'tap', ['/requirements/0/gather/0/field wrong-field-type', '/requirements/0/needs/0/anyOf/0 unknown-code']],
    ['a requirement judged only at a gate that it does not have', '/requirements/-', { id: 'UTEN', title: { nb: 'Uten' }, status: 'proposed', sources: [{ source: 'valg' }], gather: [{ event: 'mottatt', field: 'prover' }], needs: [{ anyOf: ['acth'], title: { nb: 'ACTH' } }], onlyAtGate: true }, ['/requirements/1/onlyAtGate no-gate']],
    ['a gate on a fact that carries nothing', '/requirements/0/gates/event', 'startet', ['/requirements/0/gates/event gate-gathers-nothing']],
    ['a command that sets an unknown field', '/commands/0/sets', { form: 'ny' }, ['/commands/0/sets/form unknown-field']],
    ['a command that sets an unknown code', '/commands/0/sets/art', 'brukt', ['/commands/0/sets/art unknown-code']],
    ['an answer by an unknown command', '/duties/0/answers', { 'takes-over': { command: 'borte' } }, ['/duties/0/answers/takes-over/command unknown-command']],
    ['an answer that gives an unknown field', '/duties/0/answers', { guidance: { command: 'ta-imot', data: { form: 'ny' } } }, ['/duties/0/answers/guidance/data/form unknown-field']],
    ['an answer that gives an unknown code', '/duties/0/answers', { guidance: { command: 'ta-imot', data: { art: 'brukt' } } }, ['/duties/0/answers/guidance/data/art unknown-code']],
    ['an answer that puts the reminder in what is no id', '/duties/0/answers', { guidance: { command: 'ta-imot', reminderIn: 'art' } }, ['/duties/0/answers/guidance/reminderIn wrong-field-type']],
    ['an answer that it is done, which closes nothing', '/duties/0/answers', { done: { command: 'ta-imot' } }, ['/duties/0/answers/done/command does-not-close']],
    ['a command whose event has no room for a reason', '/events/mottatt/text', GONE, ['/commands/0/records no-room-for-reason']],
    ['a right that is only proposed', '/clocks/0/status', 'proposed', ['/clocks/0/status legal-not-in-force', '/duties/0/kind helfo-needs-a-right']],
    ['a right that is only a draft', '/clocks/0/status', 'draft', ['/clocks/0/status legal-not-in-force', '/duties/0/kind helfo-needs-a-right']],
    ['Helfo about a pathway time', '/clocks/0/kind', 'pathway', ['/duties/0/kind helfo-needs-a-right']],
    ['Helfo about a guiding clock', '/duties/0/clock', 'HVER', ['/duties/0/opens/at never-opens', '/duties/0/kind helfo-needs-a-right']],
    ['Helfo without a person who confirms', '/duties/0/needsConfirmation', GONE, ['/duties/0/needsConfirmation helfo-needs-confirmation']],
    ['Helfo when confirmation is turned off', '/duties/0/needsConfirmation', false, ['/duties/0/needsConfirmation helfo-needs-confirmation']],
    ['a statistic with a date', '/clocks/1/kind', 'statistic', ['/clocks/1/due statistic-with-due']],
    ['a guiding clock without a length', '/clocks/1/due', GONE, ['/clocks/1/due required']],
    ['lengths that may all fail', '/clocks/1/due/after', [{ when: { group: 'BARN' }, span: { value: 8, unit: 'uke' } }], ['/clocks/1/due/after no-length-otherwise']],
    ['a length after the one that always holds', '/clocks/1/due/after/0/when', GONE, ['/clocks/1/due/after/1 never-used']],
    ['a due field that is missing', '/clocks/0/due/field', 'frist', ['/clocks/0/due/field unknown-field']],
    ['a due field that is no date', '/clocks/0/due/field', 'kode', ['/clocks/0/due/field wrong-field-type']],
    ['a due field that may be left out', '/events/satt/fields/dato/required', GONE, ['/clocks/0/due/field due-not-required']],
    ['an offered day that is no date', '/clocks/0/bookings/offeredBy/0/dateField', 'kode', ['/clocks/0/bookings/offeredBy/0/dateField wrong-field-type']],
    ['a cause that is no code', '/clocks/0/bookings/postponedBy/0/causeField', 'dato', ['/clocks/0/bookings/postponedBy/0/causeField wrong-field-type', '/clocks/0/bookings/patientCauses/0 unknown-code']],
    ['a cause code that is unknown', '/clocks/0/bookings/patientCauses/0', '99', ['/clocks/0/bookings/patientCauses/0 unknown-code']],
    ['risk without bookings', '/clocks/0/bookings', GONE, ['/clocks/0/atRisk no-bookings']],
    ['each without a key', '/clocks/1/key', GONE, ['/clocks/1/key required']],
    ['a key that the answer lacks', '/clocks/1/key', 'art', ['/clocks/1/key unknown-field']],
    ['a key without each', '/clocks/1/mode', 'once', ['/clocks/1/key setting-does-not-fit']],
    ['a clock that nothing ends', '/clocks/1/metBy', [], ['/clocks/1/metBy never-met']],
  ])('%s', (_, path, value, expected) => {
    expect(problems([path, value])).toEqual(expected);
  });

  test.each([
    ['warn', ['/clocks/0/warn', GONE], 'warn'], ['at-risk', ['/clocks/0/atRisk', GONE], 'at-risk'],
  ] as const)('a duty that waits for %s that never comes', (_, gone, at) => {
    const changes: (readonly [string, unknown])[] = [gone, ['/clocks/0/breachForeseenBy', GONE], ['/duties/0/opens/at', at]];
    expect(problems(...changes)).toEqual(['/duties/0/opens/at never-opens']);
  });
  test('a warning before a date that does not exist', () => {
    const statistic: (readonly [string, unknown])[] = [['/clocks/1/kind', 'statistic'], ['/clocks/1/due', GONE], ['/clocks/1/warn', { before: { value: 1, unit: 'uke' } }]];
    expect(problems(...statistic)).toEqual(['/clocks/1/warn warns-before-nothing']);
  });
  test('a requirement and a group that depend on each other', () => {
    expect(problems(['/groups/0/when', { missing: 'PROVER' }], ['/requirements/0/when', { group: 'BARN' }])).toEqual(['/groups/0 circular', '/requirements/0 circular']);
  });
});

describe('how it is told', () => {
  test('everything that is wrong is told at once', () => {
    expect(problems(['/clocks/0/owner', 'portner'], ['/duties/0/clock', 'ANNEN'], ['/initialStep', 'ny'], ['/calendar/id', 'sverige'])).toEqual([
      '/calendar unknown-calendar', '/clocks/0/owner unknown-role', '/duties/0/clock unknown-clock',
    ]);
  });
  test('with a sentence in bokmål, and the document that it stands in', () => {
    expect(problemsOf(spoilt([['/clocks/0/metBy/0/event', 'begynt']]))).toEqual([
      { document: 'prove@1.0.0', path: '/clocks/0/metBy/0/event', code: 'unknown-event', sentence: 'Hendelsen «begynt» finnes ikke.' },
    ]);
    expect(() => parseDefinition(spoilt([['/version', 1]]))).toThrow('prove@1 /version: Her kreves en tekst. [wrong-type]');
  });
  test.each([[null], [[]], ['definisjon'], [{}], [42]])('%j is not a definition', (json) => {
    expect(problemsOf(json).length).toBeGreaterThan(0);
  });
});
