import { ageOn, type OsloDate } from '@forlop/calendar';
import type { Condition, EventMatch, FieldTest } from '../types/definition.js';
import type { Json } from '../types/text.js';
import { missingOf } from '../fold/requirements.js';
import type { Fact } from '../fold/facts.js';
import type { FoldState } from '../fold/state.js';
import type { Match, Test } from './compiled.js';

/** Whether a field's value passes a test; a missing field passes only `absent`. */
export function passes(value: Json | undefined, test: FieldTest): boolean {
  if (value === undefined || value === null) return test.absent === true;
  if (test.absent === true) return false;
  if (test.is !== undefined && value !== test.is) return false;
  if (test.not !== undefined && value === test.not) return false;
  if (test.in !== undefined && !(test.in as readonly Json[]).includes(value)) return false;
  if (test.notIn !== undefined && (test.notIn as readonly Json[]).includes(value)) return false;
  if (test.includes !== undefined && !(Array.isArray(value) && value.includes(test.includes))) return false;
  if (test.atLeast !== undefined && !(typeof value === 'number' && value >= test.atLeast)) return false;
  return !(test.below !== undefined && !(typeof value === 'number' && value < test.below));
}

const always = (): boolean => true;

type FieldTests = Readonly<Record<string, FieldTest>>;

/** Whether a fact's data pass every test. */
export function fieldsPass(where: FieldTests | undefined): (fact: Fact) => boolean {
  const tests = Object.entries(where ?? {});
  if (tests.length === 0) return always;
  return (fact) => tests.every(([field, test]) => passes(fact.data[field], test));
}

/** Makes an event match into a function of a fact of that type and the state just after it. */
export function compileMatch(match: EventMatch, groups: ReadonlyMap<string, Test>): Match {
  const fields = fieldsPass(match.where);
  if (match.when === undefined) return fields;
  const when = compileCondition(match.when, groups);
  return (fact, state) => fields(fact) && when(state);
}

/** Makes a condition into a function of the state; absent means always. `groups` must hold every group it names. */
export function compileCondition(condition: Condition | undefined, groups: ReadonlyMap<string, Test>): Test {
  if (condition === undefined) return always;
  const inner = (c: Condition): Test => compileCondition(c, groups);
  if ('all' in condition) return every(condition.all.map(inner));
  if ('any' in condition) return some(condition.any.map(inner));
  if ('not' in condition) return negate(inner(condition.not));
  if ('attribute' in condition) return attributeTest(condition.attribute, condition.test);
  if ('parameter' in condition) return parameterTest(condition.parameter, condition.is);
  if ('age' in condition) return ageTest(condition.age);
  if ('happened' in condition) return happenedTest(condition.happened, condition.where);
  if ('step' in condition) return stepTest(condition.step);
  if ('missing' in condition) return missingTest(condition.missing);
  const group = groups.get(condition.group);
  if (group === undefined) throw new Error(`Unknown group ${condition.group}: the loader checks this.`);
  return group;
}

const every = (tests: readonly Test[]): Test => (state) => tests.every((test) => test(state));
const some = (tests: readonly Test[]): Test => (state) => tests.some((test) => test(state));
const negate = (test: Test): Test => (state) => !test(state);
const attributeTest = (name: string, test: FieldTest): Test => (state) => passes(state.attributes.get(name), test);
const parameterTest = (name: string, is: unknown): Test => (state) => state.parameters[name] === is;
const stepTest = (steps: readonly string[]): Test => (state) => steps.includes(state.step);

function happenedTest(type: string, where: FieldTests | undefined): Test {
  const fields = fieldsPass(where);
  return (state) => state.seen.get(type)?.some(fields) ?? false;
}

function missingTest(id: string): Test {
  return (state) => {
    const requirement = state.definition.requirements.find((r) => r.spec.id === id);
    return requirement !== undefined && missingOf(requirement, state, state.gathered[requirement.index]).length > 0;
  };
}

/** Age in full years at an attribute's date, or on the day being folded. Without a birth date a patient counts as adult. */
function ageTest(spec: { at?: string; below?: number; from?: number }): Test {
  return (state) => {
    const age = ageAt(spec.at, state);
    if (age === null) return spec.below === undefined;
    return (spec.below === undefined || age < spec.below) && (spec.from === undefined || age >= spec.from);
  };
}

function ageAt(attribute: string | undefined, state: FoldState): number | null {
  if (state.birthDate === null) return null;
  if (attribute === undefined) return ageOn(state.birthDate, state.today);
  const on = state.attributes.get(attribute);
  return typeof on === 'string' ? ageOn(state.birthDate, on as OsloDate) : null;
}
