import { osloDateOf } from '@forlop/calendar';
import { clockStatus, evaluate, type Evaluation } from '@forlop/pathway';
import type { Expectation, Scenario } from '@forlop/simulator';
import { isOpen, statusWords } from './days.js';
import type { Story } from './story.js';

interface Verdict {
  /** Null: cannot be judged by the rules alone. */
  readonly held: boolean | null;
  readonly sentence: string;
}

/** What the scenario expected, each by what was recorded by its day; and steps that were refused, or should have been. */
export function verdictsOf(scenario: Scenario, story: Story): Verdict[] {
  const refusals = scenario.steps.flatMap((step): Verdict[] => {
    const wanted = step.act.do === 'command' ? step.act.refused : undefined;
    const got = story.refused.find((one) => one.step === step);
    if (wanted === undefined) return got === undefined ? [] : [{ held: false, sentence: `${step.on} ${step.id}: ble avvist (${got.code}): ${got.sentence}` }];
    return [verdict(got?.code === wanted, `${step.on} ${step.id}: avvist med ${wanted}`, got?.code ?? 'utført')];
  });
  return [...refusals, ...scenario.expect.map((expectation) => judged(expectation, story))];
}

function judged(expectation: Expectation, story: Story): Verdict {
  const { on } = expectation;
  if ('told' in expectation) return { held: null, sentence: `${on} ${expectation.told}: om noe ble sendt, kan bare «forlop rehearse» vise.` };
  const known = story.events.filter(({ recordedAt }) => osloDateOf(recordedAt) <= on).length;
  const then = evaluate({ ...story.input(on), knownAt: known });
  if ('clock' in expectation) return judgedClock(expectation, then);
  if ('step' in expectation) return verdict(then.step === expectation.step, `${on} steg: ${expectation.step}`, then.step);
  if ('duty' in expectation) {
    const open = then.obligations.some((one) => one.duty === expectation.duty && isOpen(one, on));
    return verdict(open === expectation.open, `${on} ${expectation.duty}: ${expectation.open ? 'åpen' : 'ikke åpen'}`, open ? 'åpen' : 'ikke åpen');
  }
  const alarm = then.alarms.length > 0;
  return verdict(alarm === expectation.alarm, `${on} ${expectation.alarm ? 'mangler neste steg' : 'har et neste steg'}`, alarm ? 'mangler' : 'har');
}

function judgedClock({ on, clock, status, due }: Extract<Expectation, { readonly clock: string }>, { clocks }: Evaluation): Verdict {
  const row = clock.includes('#') ? clocks.find(({ key }) => key === clock) : clocks.filter((one) => one.clock === clock).sort((a, b) => b.occurrence - a.occurrence)[0];
  const found = row === undefined ? null : clockStatus(row, on);
  const dueWords = (date: string | null | undefined): string => (due === undefined ? '' : `, frist ${date ?? 'ingen'}`);
  return verdict(found === status && (due === undefined || row?.dueOn === due), `${on} ${clock}: ${statusWords[status]}${dueWords(due)}`, found === null ? 'klokken finnes ikke' : `${statusWords[found]}${dueWords(row?.dueOn)}`);
}

const verdict = (held: boolean, wanted: string, got: string): Verdict => ({ held, sentence: held ? wanted : `${wanted}. Det ble: ${got}` });
