import type { Rules } from '@forlop/pathway';
import type { History } from './histories.js';
import { kernelAnswer, same, secondAnswers } from './second-answer.js';

/** The history with as few events as still make the two answers differ: drops one at a time, with what corrects it. */
export async function smallest(history: History, rules: Rules, documents: readonly string[]): Promise<History> {
  const fewer = history.events.slice(1).map((event) => ({
    ...history, events: history.events.filter(({ id, corrects, retracts }) => id !== event.id && corrects !== event.id && retracts !== event.id),
  }));
  if (fewer.length === 0) return history;
  const second = await secondAnswers(fewer, documents);
  const found = fewer.find((candidate, n) => !same(kernelAnswer(rules, candidate), second[n]!));
  return found === undefined ? history : smallest(found, rules, documents);
}
