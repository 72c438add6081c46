import { osloDateOf } from '@forlop/calendar';
import { clockStatus, evaluate, type ClockRow, type Evaluation, type PathwayInput } from '@forlop/pathway';
import type { Expectation, Played } from '@forlop/simulator';
import { statusWords } from '../words.js';

/** One thing that the scenario expected, and whether it held. */
export interface Verdict {
  readonly held: boolean;
  /** What was expected and, when it did not hold, what was found. */
  readonly sentence: string;
}

/** Judges the expectations, each by what was recorded on or before its day. */
export function judgeExpectations(expectations: readonly Expectation[], input: PathwayInput): Verdict[] {
  return expectations.map((expectation) => judge(expectation, evaluationOn(expectation.on, input), input));
}

/** Steps that should have been refused and were not, or the other way round. */
export function judgeRefusals(played: readonly Played[]): Verdict[] {
  return played.flatMap((one) => {
    const wanted = one.step.act.do === 'command' ? one.step.act.refused : undefined;
    if (wanted !== undefined) {
      const got = one.outcome === 'refused' ? one.code : 'utført';
      return [verdict(got === wanted, `${one.step.on} ${one.step.id}: avvist med ${wanted}`, got)];
    }
    return one.outcome === 'refused' ? [{ held: false, sentence: `${one.step.on} ${one.step.id}: ble avvist (${one.code}): ${one.sentence}` }] : [];
  });
}

/** As it stood at the end of a day, with what had been recorded by then. */
function evaluationOn(on: Expectation['on'], input: PathwayInput): Evaluation {
  const known = input.events.filter(({ recordedAt }) => osloDateOf(recordedAt) <= on);
  return evaluate({ ...input, asOf: on, knownAt: known.at(-1)?.position ?? 0 });
}

function judge(expectation: Expectation, evaluation: Evaluation, input: PathwayInput): Verdict {
  const { on } = expectation;
  if ('clock' in expectation) return judgeClock(expectation, evaluation);
  if ('step' in expectation) return verdict(evaluation.step === expectation.step, `${on} steg: ${expectation.step}`, evaluation.step);
  if ('duty' in expectation) {
    const open = evaluation.obligations.some(({ duty, opensOn, closesOn }) => duty === expectation.duty && opensOn <= on && (closesOn === null || closesOn > on));
    return verdict(open === expectation.open, `${on} ${expectation.duty}: ${openWord(expectation.open)}`, openWord(open));
  }
  if ('told' in expectation) {
    const times = messagesOn(expectation, input);
    return verdict(times === expectation.times, `${on} ${expectation.told}: ${expectation.times} ${purposeWords[expectation.purpose]}`, String(times));
  }
  const alarm = evaluation.alarms.length > 0;
  return verdict(alarm === expectation.alarm, `${on} ${expectation.alarm ? 'mangler neste steg' : 'har et neste steg'}`, alarm ? 'mangler' : 'har');
}

function judgeClock({ on, clock, status, due }: Extract<Expectation, { readonly clock: string }>, { clocks }: Evaluation): Verdict {
  const row = clock.includes('#') ? clocks.find(({ key }) => key === clock) : latest(clocks.filter((row) => row.clock === clock));
  const found = row === undefined ? null : clockStatus(row, on);
  const wanted = `${on} ${clock}: ${statusWords[status]}${due === undefined ? '' : `, frist ${due}`}`;
  const got = row === undefined || found === null ? 'klokken finnes ikke' : `${statusWords[found]}${due === undefined ? '' : `, frist ${row.dueOn ?? 'ingen'}`}`;
  return verdict(found === status && (due === undefined || row?.dueOn === due), wanted, got);
}

const latest = (rows: readonly ClockRow[]): ClockRow | undefined => [...rows].sort((a, b) => a.occurrence - b.occurrence).at(-1);

function messagesOn({ on, told, purpose }: Extract<Expectation, { readonly told: string }>, { events }: PathwayInput): number {
  return events.filter(({ type, data, recordedAt }) => type === 'told' && String(data['about']).split('#')[0] === told && data['purpose'] === purpose && osloDateOf(recordedAt) === on).length;
}

const purposeWords = { ask: 'påminnelse(r)', escalate: 'eskalering(er)', withdraw: 'rettelse(r)' } as const;
const openWord = (open: boolean): string => (open ? 'åpen' : 'ikke åpen');

function verdict(held: boolean, wanted: string, got: string): Verdict {
  return { held, sentence: held ? wanted : `${wanted}. Det ble: ${got}` };
}
