import { tryDayNumber } from '@forlop/calendar';
import { NEVER, type Day } from '../days.js';
import { missingOf } from '../fold/requirements.js';
import type { FoldState } from '../fold/state.js';
import type { Condition, EventMatch, FieldTest } from '../types/definition.js';
import type { Json } from '../types/text.js';
import type { Match, Test } from './compiled.js';
import type { Vocabulary } from './vocabulary.js';

/** What conditions can name. `groups` must hold every group. */
export interface Scope {
  readonly names: Vocabulary;
  readonly groups: ReadonlyMap<string, Test>;
}

const always = (): boolean => true;
const never = (): boolean => false;

type ValueTest = (value: Json | undefined) => boolean;

/** Makes a field test into a function of the field's value; a missing field passes only `absent`. */
function compileFieldTest(test: FieldTest): ValueTest {
  if (test.absent === true) return (value) => value === undefined || value === null;
  const checks: ((value: Json) => boolean)[] = [];
  const { is, not, in: among, notIn, includes, atLeast, below } = test;
  if (is !== undefined) checks.push((value) => value === is);
  if (not !== undefined) checks.push((value) => value !== not);
  if (among !== undefined) checks.push((value) => (among as readonly Json[]).includes(value));
  if (notIn !== undefined) checks.push((value) => !(notIn as readonly Json[]).includes(value));
  if (includes !== undefined) checks.push((value) => Array.isArray(value) && value.includes(includes));
  if (atLeast !== undefined) checks.push((value) => typeof value === 'number' && value >= atLeast);
  if (below !== undefined) checks.push((value) => typeof value === 'number' && value < below);
  const [only] = checks;
  if (checks.length === 1) return (value) => value !== undefined && value !== null && only!(value);
  return (value) => value !== undefined && value !== null && checks.every((check) => check(value));
}

type FieldTests = Readonly<Record<string, FieldTest>>;

/** Whether a fact's data pass every test. */
export function fieldsPass(where: FieldTests | undefined): Match {
  const tests = Object.entries(where ?? {}).map(([field, test]) => ({ field, passes: compileFieldTest(test) }));
  const [only] = tests;
  if (only === undefined) return always;
  if (tests.length === 1) return (fact) => only.passes(fact.data[only.field]);
  return (fact) => tests.every(({ field, passes }) => passes(fact.data[field]));
}

/** Makes an event match into a function of a fact of that type and the state just after it. */
export function compileMatch(match: EventMatch, scope: Scope): Match {
  const fields = fieldsPass(match.where);
  if (match.when === undefined) return fields;
  const when = compileCondition(match.when, scope);
  return (fact, state) => fields(fact, state) && when(state);
}

/** Makes a condition into a function of the state; absent means always. */
export function compileCondition(condition: Condition | undefined, scope: Scope): Test {
  if (condition === undefined) return always;
  const { names } = scope;
  const inner = (c: Condition): Test => compileCondition(c, scope);
  if ('all' in condition) return every(condition.all.map(inner));
  if ('any' in condition) return some(condition.any.map(inner));
  if ('not' in condition) return negate(inner(condition.not));
  if ('attribute' in condition) return attributeTest(names.attributes.get(condition.attribute), condition.test);
  if ('parameter' in condition) return parameterTest(condition.parameter, condition.is);
  if ('age' in condition) return ageTest(condition.age, names);
  if ('happened' in condition) return happenedTest(names.happened.get(condition.happened)!, condition.where);
  if ('step' in condition) return stepTest(condition.step);
  if ('missing' in condition) return missingTest(names.requirements.get(condition.missing));
  const group = scope.groups.get(condition.group);
  if (group === undefined) throw new Error(`Unknown group ${condition.group}: the loader checks this.`);
  return group;
}

function every(tests: readonly Test[]): Test {
  return (state) => {
    for (const test of tests) if (!test(state)) return false;
    return true;
  };
}

function some(tests: readonly Test[]): Test {
  return (state) => {
    for (const test of tests) if (test(state)) return true;
    return false;
  };
}

const negate = (test: Test): Test => (state) => !test(state);
const parameterTest = (name: string, is: unknown): Test => (state) => state.parameters[name] === is;
const stepTest = (steps: readonly string[]): Test => (state) => steps.includes(state.step);

function attributeTest(index: number | undefined, test: FieldTest): Test {
  const passes = compileFieldTest(test);
  return index === undefined ? () => passes(undefined) : (state) => passes(state.attributes[index]);
}

function happenedTest(index: number, where: FieldTests | undefined): Test {
  const fields = fieldsPass(where);
  return (state) => {
    for (const fact of state.seen[index] ?? []) if (fields(fact, state)) return true;
    return false;
  };
}

function missingTest(index: number | undefined): Test {
  return index === undefined ? never : (state) => missingOf(state.definition.requirements[index]!, state).length > 0;
}

/**
 * Age in full years at an attribute's date, or on the day being folded: somebody is `from` years old from that birthday
 * on. Without a birth date, or the attribute's date, a patient counts as adult.
 */
function ageTest(spec: { at?: string; below?: number; from?: number }, names: Vocabulary): Test {
  const below = spec.below === undefined ? null : names.ages.indexOf(spec.below);
  const from = spec.from === undefined ? null : names.ages.indexOf(spec.from);
  const dayOf = spec.at === undefined ? today : attributeDay(names.attributes.get(spec.at));
  return (state) => {
    const { birthdays } = state;
    const day = dayOf(state);
    if (birthdays === null || day === NEVER) return below === null;
    return (below === null || day < birthdays[below]!) && (from === null || day >= birthdays[from]!);
  };
}

const today = (state: FoldState): Day => state.today;

function attributeDay(index: number | undefined): (state: FoldState) => Day {
  return (state) => {
    const value = index === undefined ? undefined : state.attributes[index];
    return typeof value === 'string' ? (tryDayNumber(value) ?? NEVER) : NEVER;
  };
}
