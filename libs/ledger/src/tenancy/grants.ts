import { addDays, isOsloDate, type OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import { textOf } from '../commands/command.js';
import type { LedgerContext } from '../context.js';
import { given, type Given } from '../core/access-rows.js';
import { observations, type ObservationType } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { responsibilities, responsibleOn } from '../core/responsible.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { AccessGrantInput, BlockInput, TransferInput } from '../types/tenancy.js';
import type { Recorded } from '../types/writing.js';
import { holderData, mustKnow } from './holder.js';

const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);

interface Observed {
  readonly type: ObservationType;
  readonly data: Readonly<Record<string, Json>>;
  readonly text?: string | undefined;
  /** Sealed with the text. */
  readonly name?: string | undefined;
}

/** Opens the pathway, asks what is to be recorded, and records it. The workflow is told: who is reached may have changed. */
function recordObserved(context: LedgerContext, pathwayId: string, actor: Actor, within: Transaction | undefined, observe: (pathway: OpenPathway, transaction: Transaction) => Promise<Observed>): Promise<Recorded> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const { type, data, text, name } = await observe(pathway, transaction);
    const draft = {
      kind: 'observation' as const, type, occurredOn: pathway.today, data, text: textOf(text), actor: actorText(actor),
      ...(name !== undefined && { attachment: { navn: name } }),
    };
    const { position, eventIds } = await writePathway(context, transaction, pathway, [draft], { tell: true });
    return { pathwayId, position, eventIds };
  });
}

/** Lets an organisation or a person see the pathway. The recorded event's id names the grant. @throws LedgerError `bad-data`, `unknown-organisation`. */
export function grantAccess(context: LedgerContext, pathwayId: string, input: AccessGrantInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObserved(context, pathwayId, actor, within, async (pathway, transaction) => {
    if (input.role.trim() === '') throw bad('Skriv hvilken rolle tilgangen gjelder.');
    const holder = await holderData(context, transaction, input);
    const from = dayOf(input.from, pathway.today, 'Første dag');
    const to = input.through === undefined ? null : addDays(dayOf(input.through, pathway.today, 'Siste dag'), 1);
    if (from < pathway.today) throw bad('Tilgang kan ikke gis fra en dag som er forbi.');
    if (to !== null && to <= from) throw bad('Siste dag kan ikke være før første dag.');
    if ('organisasjon' in holder && holder.organisasjon === responsibleToday(pathway)) throw bad('Virksomheten har ansvaret for forløpet og ser det alt.');
    if (holdsNow(pathway, 'participant', holder).some((one) => one.role === input.role)) throw bad('Tilgangen er alt gitt i den rollen.');
    return { type: observations.accessGiven, data: { ...holder, rolle: input.role, fra: from, ...(to !== null && { til: to }) }, text: input.reason, name: input.name };
  });
}

/** Ends a grant, from today or a later day. @throws LedgerError `bad-data`. */
export function withdrawAccess(context: LedgerContext, pathwayId: string, grantId: string, input: { readonly from?: string; readonly reason?: string }, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObserved(context, pathwayId, actor, within, (pathway) => {
    const from = dayOf(input.from, pathway.today, 'Dagen');
    if (from < pathway.today) throw bad('Tilgang kan ikke trekkes tilbake fra en dag som er forbi.');
    mustHold(pathway, 'participant', grantId, 'Tilgangen finnes ikke, eller den er alt trukket tilbake.');
    return Promise.resolve({ type: observations.accessWithdrawn, data: { gjelder: grantId, fra: from }, text: input.reason });
  });
}

/**
 * Hands the pathway to another organisation on a day: the old one's access ends on it and the new one's begins. A transfer that is
 * recorded later takes the place of those dated on its day or after; to whoever has it now, it calls them off.
 * @throws LedgerError `bad-data`, `unknown-organisation`.
 */
export function transfer(context: LedgerContext, pathwayId: string, { to, on, reason }: TransferInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObserved(context, pathwayId, actor, within, async (pathway, transaction) => {
    await mustKnow(transaction, to);
    if (textOf(reason) === undefined) throw bad('En overføring må ha en begrunnelse.');
    const day = dayOf(on, pathway.today, 'Dagen for overføringen');
    if (day < pathway.head.receivedOn) throw bad(`Dagen for overføringen kan ikke være før henvisningen kom (${pathway.head.receivedOn}).`);
    const turns = responsibilities(pathway.events, pathway.head.receivedOn, pathway.head.organisationId);
    const has = responsibleOn(turns, day);
    if (has.organisationId === to && has.to === null) throw bad('Virksomheten har alt ansvaret for forløpet den dagen.');
    if (isBlocked(pathway, to)) throw bad('Pasienten har sperret for virksomheten. Sperringen må oppheves før den kan få ansvaret.');
    return { type: observations.transferred, data: { fra: has.organisationId, til: to, dato: day }, text: reason };
  });
}

/**
 * The patient's own blocking (pasient- og brukerrettighetsloven § 5-3, pasientjournalloven § 17): from now on they do not see the pathway,
 * whatever else gives them access. @throws LedgerError `bad-data`, `unknown-organisation`.
 */
export function block(context: LedgerContext, pathwayId: string, input: BlockInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObserved(context, pathwayId, actor, within, async (pathway, transaction) => {
    const holder = await holderData(context, transaction, input);
    if (holdsNow(pathway, 'blocked', holder).length > 0) throw bad('Pasienten har alt sperret der.');
    if ('organisasjon' in holder) await mustNotTreat(pathway, transaction, String(holder.organisasjon));
    return { type: observations.blocked, data: { ...holder, fra: pathway.today }, text: input.reason, name: input.name };
  });
}

/** Ends a blocking. @throws LedgerError `bad-data`. */
export function unblock(context: LedgerContext, pathwayId: string, blockId: string, input: { readonly reason?: string }, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObserved(context, pathwayId, actor, within, (pathway) => {
    mustHold(pathway, 'blocked', blockId, 'Sperringen finnes ikke, eller den er alt opphevet.');
    return Promise.resolve({ type: observations.unblocked, data: { gjelder: blockId, fra: pathway.today }, text: input.reason });
  });
}

/** Whoever treats the patient must keep and see the record (helsepersonelloven § 39): another takes over first. */
async function mustNotTreat(pathway: OpenPathway, transaction: Transaction, organisationId: string): Promise<void> {
  const turns = responsibilities(pathway.events, pathway.head.receivedOn, pathway.head.organisationId);
  const treating = turns.filter(({ to }) => to === null || to > pathway.today).map((turn) => turn.organisationId);
  const [row] = await transaction.query<{ above: boolean }>(
    `with recursive up as (
       select id, parent_id from organisation where id = any($1)
       union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id)
     select exists (select from up where id = $2) as above`,
    [treating, organisationId],
  );
  if (row!.above) throw bad('Virksomheten har eller får ansvaret for forløpet, og må kunne se det. Overfør forløpet først, eller sperr for enkeltpersoner.');
}

function dayOf(text: string | undefined, today: OsloDate, what: string): OsloDate {
  if (text === undefined) return today;
  if (!isOsloDate(text)) throw bad(`${what} må være en dato på formen ÅÅÅÅ-MM-DD.`);
  return text;
}

const responsibleToday = ({ events, head, today }: OpenPathway): string => responsibleOn(responsibilities(events, head.receivedOn, head.organisationId), today).organisationId;

/** What holds today or will. */
function standing({ events, today }: OpenPathway, basis: Given['basis']): Given[] {
  return given(events).filter((one) => one.basis === basis && (one.to === null || one.to > today));
}

function holdsNow(pathway: OpenPathway, basis: Given['basis'], holder: Awaited<ReturnType<typeof holderData>>): Given[] {
  return standing(pathway, basis).filter(({ holder: other }) =>
    ('organisasjon' in holder ? other.organisation === holder.organisasjon : other.persons.some((person) => (holder.person as readonly string[]).includes(person))));
}

const isBlocked = (pathway: OpenPathway, organisationId: string): boolean => standing(pathway, 'blocked').some(({ holder }) => holder.organisation === organisationId);

function mustHold(pathway: OpenPathway, basis: Given['basis'], id: string, sentence: string): void {
  if (!standing(pathway, basis).some((one) => one.id === id)) throw bad(sentence);
}
