import type { OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import { checkEvent, type DataError, type Definition } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { birthDateOf } from '../core/demographics.js';
import { ledgerToday } from '../core/today.js';
import type { Transaction } from '../database/transaction.js';
import { receiverOf } from '../house/organisations.js';
import type { Actor } from '../types/actor.js';
import type { QuarantineReason } from '../types/intake.js';
import { demographicsOf } from './patients.js';
import { referralFacts } from './referral-events.js';

/** What an acceptable referral leads to. */
export interface Accepted {
  readonly definition: Definition;
  readonly organisationId: string;
  readonly today: OsloDate;
}

/** Whether it can be taken in; all that stands in the way otherwise. */
export async function accept(context: LedgerContext, transaction: Transaction, referral: Referral, actor: Actor): Promise<Accepted | { readonly reasons: readonly QuarantineReason[] }> {
  const today = await ledgerToday(context, transaction);
  const reasons: QuarantineReason[] = [];
  const definition = definitionFor(context, referral, today);
  const organisationId = await receiverOf(transaction, referral.receiver, actor);
  if (organisationId === null) reasons.push({ code: 'ukjent-mottaker', path: 'receiver', sentence: 'Mottakeren av henvisningen er ikke en virksomhet her.' });
  if (definition === null) {
    reasons.push({ code: 'ukjent-forlop', path: 'reasonCodes', sentence: 'Årsakene til henvisningen hører ikke til noe forløp her. En person må velge forløp.' });
  } else {
    reasons.push(...dateErrors(context, definition, referral, today).map(({ path, code, sentence }) => ({ code, path, sentence })));
  }
  if (reasons.length > 0) return { reasons };
  return { definition: definition!, organisationId: organisationId!, today };
}

/** The pathway that the sender names, else the one that takes its reasons; the version that holds today. */
function definitionFor({ rules }: LedgerContext, { definition: id, reasonCodes }: Referral, today: OsloDate): Definition | null {
  if (id === undefined) return rules.definitionFor(reasonCodes, today);
  return rules.definitionVersions(id).length === 0 ? null : rules.latestDefinition(id, today);
}

function dateErrors(context: LedgerContext, definition: Definition, referral: Referral, today: OsloDate): DataError[] {
  const compiled = context.rules.definition(definition.id, definition.version);
  const birthDate = birthDateOf(demographicsOf(referral.patient));
  return referralFacts(compiled, referral, '').flatMap(({ type, occurredOn, data, text }) =>
    checkEvent(compiled, { type, occurredOn, data, hasText: text !== undefined }, { today, birthDate }));
}
