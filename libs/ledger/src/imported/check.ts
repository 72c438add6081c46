import type { OsloDate } from '@forlop/calendar';
import { checkEvent, engineEvents, type DataError } from '@forlop/pathway';
import { knownRules } from '../commands/move.js';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { LedgerError } from '../types/errors.js';
import type { ImportedPathway } from '../types/importing.js';

/** So many at a time: each holds two locks until the transaction ends. */
export const mostPathways = 500;

/** What makes the whole call wrong. @throws LedgerError `bad-data`, `unknown-definition`. */
export function checkBatch(context: LedgerContext, pathways: readonly ImportedPathway[]): void {
  if (pathways.length > mostPathways) throw new LedgerError('bad-data', `Det kan importeres høyst ${mostPathways} henvisninger om gangen.`);
  const sources = new Set<string>();
  for (const { definition, organisationId, source } of pathways) {
    knownRules(() => context.rules.definition(definition.id, definition.version));
    if (!isUuid(organisationId)) throw new LedgerError('bad-data', 'Virksomheten må være en id herfra.');
    const name = JSON.stringify([source.system, source.id]);
    if (sources.has(name)) throw new LedgerError('bad-data', 'En henvisning kan bare stå én gang i det som importeres sammen.');
    sources.add(name);
  }
}

/** Everything wrong with the facts of one referral. */
export function importErrors(context: LedgerContext, { definition, facts }: ImportedPathway, today: OsloDate, birthDate: OsloDate | null): DataError[] {
  const compiled = context.rules.definition(definition.id, definition.version);
  const keys = new Set<string>();
  return facts.flatMap(({ key, type, occurredOn, data }, i) => {
    const errors = checkEvent(compiled, { type, occurredOn, data, hasText: needsText(context, definition, type) }, { today, birthDate });
    if (type === engineEvents.created || type === engineEvents.moved) errors.push({ path: '/type', code: 'unknown-event', sentence: 'Et uttrekk kan ikke si hvilke regler forløpet følger.' });
    if (keys.has(key)) errors.push({ path: '/key', code: 'wrong-type', sentence: 'To hendelser i henvisningen har samme nøkkel.' });
    keys.add(key);
    return errors.map((error) => ({ ...error, path: `/${i}${error.path}` }));
  });
}

/** An extract has no free text: what the definition asks a person to give a reason for, another system has done already. */
function needsText({ rules }: LedgerContext, { id, version }: ImportedPathway['definition'], type: string): boolean {
  return rules.definition(id, version).source.events[type]?.text === 'required';
}
