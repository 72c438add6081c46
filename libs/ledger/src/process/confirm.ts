import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { Recorded } from '../types/writing.js';
import { obligationRow } from './claims.js';
import { confirmedKeys, isOpenObligation } from './open-obligations.js';

/** A named person lets an obligation leave the house; once is enough (BREACH-3). */
export async function confirmObligation(context: LedgerContext, pathwayId: string, key: string, person: Actor, within?: Transaction): Promise<Recorded> {
  if (person.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan bekrefte at noe sendes ut av huset.');
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const obligation = await obligationRow(transaction, { pathwayId, key });
    if (obligation === null || !isOpenObligation(obligation, pathway.today)) throw new LedgerError('unknown-obligation', 'Plikten finnes ikke, eller den er lukket.');
    if (!obligation.needs_confirmation) throw new LedgerError('bad-data', 'Denne plikten trenger ingen bekreftelse.');
    if (confirmedKeys(pathway.events).has(key)) return { pathwayId, position: pathway.head.headPosition, eventIds: [] };
    const draft = { kind: 'observation' as const, type: observations.confirmed, occurredOn: pathway.today, data: { about: key }, actor: actorText(person) };
    const { position, eventIds } = await writePathway(context, transaction, pathway, [draft], { tell: true });
    return { pathwayId, position, eventIds };
  });
}
