import type { Finding } from '../types/evaluation.js';
import { dateOf, type Fact } from './facts.js';
import type { FoldState } from './state.js';

/** Puts a fact that does not fit on the work list; it is kept all the same. */
export function find(state: FoldState, code: string, fact: Fact, rule: string | null, detail: Finding['detail']): void {
  state.findings.push({ code, fact: fact.id, occurredOn: dateOf(fact), rule, detail });
}
