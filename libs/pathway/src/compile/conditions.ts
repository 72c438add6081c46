import { NEVER, type Day } from '../days.js';
import { isMissing } from '../fold/requirements.js';
import type { FoldState } from '../fold/state.js';
import type { Condition, FieldTest, Scalar } from '../types/definition.js';
import type { Json } from '../types/text.js';
import type { DataTest, Test, When } from './compiled.js';
import type { Vocabulary } from './vocabulary.js';

/** What conditions can name. */
export interface Scope {
  readonly names: Vocabulary;
  /** The test of a group. */
  group(id: string): Test;
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

export type FieldTests = Readonly<Record<string, FieldTest>>;

/** Whether a fact's data pass every test. */
export function fieldsPass(where: FieldTests | undefined): DataTest {
  const tests = Object.entries(where ?? {}).map(([field, test]) => ({ field, passes: compileFieldTest(test) }));
  const [only] = tests;
  if (only === undefined) return always;
  if (tests.length > 1) return (data) => tests.every(({ field, passes }) => passes(data[field]));
  const { field, passes } = only;
  const is = onlyIs(where![field]!);
  return is === undefined ? (data) => passes(data[field]) : (data) => data[field] === is;
}

/** The value that a test asks for when it asks for nothing else. */
function onlyIs({ is, ...others }: FieldTest): Scalar | undefined {
  return Object.values(others).every((other) => other === undefined) ? is : undefined;
}

/** Makes a condition into a function of the state; null where it always holds, as an absent one does. */
export function compileWhen(condition: Condition | undefined, scope: Scope): When {
  const test = condition === undefined ? always : compileCondition(condition, scope);
  return test === always ? null : test;
}

/** Makes a condition into a function of the state. */
export function compileCondition(condition: Condition, scope: Scope): Test {
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
  return scope.group(condition.group);
}

function every(tests: readonly Test[]): Test {
  const [a, b] = tests;
  if (a === undefined) return always;
  if (b === undefined) return a;
  if (tests.length === 2) return (state) => a(state) && b(state);
  return (state) => {
    for (let i = 0; i < tests.length; i += 1) if (!tests[i]!(state)) return false;
    return true;
  };
}

function some(tests: readonly Test[]): Test {
  const [a, b] = tests;
  if (a === undefined) return never;
  if (b === undefined) return a;
  if (tests.length === 2) return (state) => a(state) || b(state);
  return (state) => {
    for (let i = 0; i < tests.length; i += 1) if (tests[i]!(state)) return true;
    return false;
  };
}

const negate = (test: Test): Test => (state) => !test(state);
const parameterTest = (name: string, is: unknown): Test => (state) => state.parameters[name] === is;

function stepTest(steps: readonly string[]): Test {
  const [only] = steps;
  return steps.length === 1 ? (state) => state.step === only : (state) => steps.includes(state.step);
}

function attributeTest(index: number | undefined, test: FieldTest): Test {
  const passes = compileFieldTest(test);
  if (index === undefined) return () => passes(undefined);
  const is = onlyIs(test);
  if (is !== undefined) return (state) => state.attributes[index] === is;
  return (state) => passes(state.attributes[index]);
}

function happenedTest(index: number, where: FieldTests | undefined): Test {
  if (where === undefined || Object.keys(where).length === 0) return (state) => state.seen[index] !== undefined;
  const passes = fieldsPass(where);
  return (state) => {
    const facts = state.seen[index];
    if (facts === undefined) return false;
    for (let i = 0; i < facts.length; i += 1) if (passes(facts[i]!.data)) return true;
    return false;
  };
}

function missingTest(index: number | undefined): Test {
  return index === undefined ? never : (state) => isMissing(state.definition.requirements[index]!, state);
}

/**
 * Age in full years at an attribute's date, or on the day being folded: somebody is `from` years old from that birthday
 * on. Without a birth date, or the attribute's date, a patient counts as adult.
 */
function ageTest(spec: { at?: string; below?: number; from?: number }, names: Vocabulary): Test {
  const below = spec.below === undefined ? null : names.ages.indexOf(spec.below);
  const from = spec.from === undefined ? null : names.ages.indexOf(spec.from);
  const isThatOld = ({ birthdays }: FoldState, day: Day): boolean => {
    if (birthdays === null || day === NEVER) return below === null;
    return (below === null || day < birthdays[below]!) && (from === null || day >= birthdays[from]!);
  };
  if (spec.at === undefined) return (state) => isThatOld(state, state.today);
  const attribute = names.attributes.get(spec.at);
  return attribute === undefined ? () => below === null : (state) => isThatOld(state, state.attributeDays[attribute] ?? NEVER);
}
