import { explain, type Explanation, type PathwayInput } from '@forlop/pathway';
import { bothRules, type RulesChange } from './rules/changed-rules.js';

/** Why an occurrence's date is what it is, under the present rules and the changed ones; null where those rules have none. */
export interface BothExplanations {
  readonly before: Explanation | null;
  readonly after: Explanation | null;
}

/** Explains an occurrence, `CLOCK#n`, twice. `input` is the pathway as the ledger gives it; its own rules are not used. */
export function explainBoth(change: RulesChange, { events, ...rest }: PathwayInput, clockKey: string): BothExplanations {
  const { present, changed, rewritten } = bothRules(change);
  return { before: explain({ ...rest, events, rules: present }, clockKey), after: explain({ ...rest, events: rewritten(events), rules: changed }, clockKey) };
}
