import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { loadRules } from '@forlop/definitions';
import { EVERYTHING_KNOWN, canonicalJson, evaluate, type Evaluation, type LedgerEvent, type PathwayInput, type Rules } from '@forlop/pathway';
import { median, readable, type Bench, type Figure } from './figure.js';
import { benchPathways, type BenchPathway } from './kernel/pathways.js';

const goal = 50_000;
const runs = 7;
const patients = 250;
const secondsARun = 1;

/**
 * Full evaluations of a pathway of forty events per second of processor time, on one core. Every evaluation starts from
 * the ledger's events and ends with all rows, obligations and findings written out. Two hundred and fifty patients with
 * dates and ids of their own take turns, each time asked for another day, so that no answer can be an earlier one.
 */
export const bench: Bench = async () => {
  const rules = loadRules();
  return Object.values(benchPathways).map((pathway) => figureFor(pathway, rules));
};

function figureFor(pathway: BenchPathway, rules: Rules): Figure {
  const inputs = Array.from({ length: patients }, (_, n) => patientInput(pathway, n, rules));
  const rates: number[] = [];
  evaluationsPerSecond(pathway, inputs);
  evaluationsPerSecond(pathway, inputs);
  for (let i = 0; i < runs; i += 1) rates.push(evaluationsPerSecond(pathway, inputs));
  const { clocks, obligations } = control(pathway, inputs);
  const value = median(rates);
  return {
    name: `full evaluations per CPU second, ${pathway.definition}`,
    value,
    unit: 'per second',
    goal: `≥ ${goal}`,
    met: value >= goal,
    detail: `${pathway.entries.length} events, ${clocks.length} clock rows and ${obligations.length} obligations written out; ${patients} patients in turn, no two evaluations of a run alike; by the process's own CPU time, all its threads counted. Median of ${runs} runs (${rates.map(readable).join(', ')}) after two to warm up. ${readable(1e6 / value)} µs each.`,
  };
}

/** One run: every patient in turn, the next round a day later, until the run's time is used. */
function evaluationsPerSecond(pathway: BenchPathway, inputs: readonly PathwayInput[]): number {
  const before = process.cpuUsage();
  let used = 0;
  let done = 0;
  let rows = 0;
  for (let round = 0; used < secondsARun * 1e6; round += 1) {
    for (const input of inputs) rows += evaluate({ ...input, asOf: addDays(input.asOf, round % 365) }).clocks.length;
    done += inputs.length;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  if (rows < done) throw new Error(`${pathway.definition}: ${done} evaluations gave only ${rows} clock rows.`);
  return done / (used / 1e6);
}

/**
 * The answers, looked at after what was measured: the first patient's are those counted by hand, and every patient's stay
 * the same to the byte when the events arrive in the opposite order.
 * @throws when one does not: a wrong answer may be as fast as it likes.
 */
function control(pathway: BenchPathway, inputs: readonly PathwayInput[]): Evaluation {
  const first = evaluate(inputs[0]!);
  if (first.step !== pathway.step) throw new Error(`${pathway.definition}: the patient is in ${first.step}, not in ${pathway.step}.`);
  for (const [key, [dueOn, metOn]] of Object.entries(pathway.dates)) {
    const row = first.clocks.find((clock) => clock.key === key);
    if (row?.dueOn !== dueOn || row.metOn !== metOn) throw new Error(`${pathway.definition}: ${key} is due ${row?.dueOn} and met ${row?.metOn}, not ${dueOn} and ${metOn}.`);
  }
  const answers = inputs.map((input) => {
    const answer = canonicalJson(evaluate(input));
    if (answer !== canonicalJson(evaluate({ ...input, events: input.events.toReversed() }))) throw new Error(`${pathway.definition}: the order of arrival changed the answer.`);
    return answer;
  });
  if (new Set(answers).size !== inputs.length) throw new Error(`${pathway.definition}: two patients got the same answer.`);
  return first;
}

/** The pathway of patient number `n`: all its dates `n` days later, with ids of its own, read from JSON as from a ledger. */
function patientInput({ entries, birthDate, from }: BenchPathway, n: number, rules: Rules): PathwayInput {
  const events = entries.map(([type, occurredOn, data = {}], i) => ({
    id: `${String(n).padStart(8, '0')}-0000-7000-8000-${String(i).padStart(12, '0')}`,
    position: n * entries.length + i + 1,
    kind: 'fact',
    type,
    occurredOn: later(occurredOn, n),
    recordedAt: `${later(occurredOn, n)}T12:00:00.000Z`,
    data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, /^\d{4}-\d\d-\d\d$/.test(String(value)) ? later(String(value), n) : value])),
  }));
  return { rules, birthDate: later(birthDate, n), events: JSON.parse(JSON.stringify(events)) as LedgerEvent[], asOf: later(from, n), knownAt: EVERYTHING_KNOWN };
}

const later = (date: string, days: number): OsloDate => addDays(osloDate(date), days);
