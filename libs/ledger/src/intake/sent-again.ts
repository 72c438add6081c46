import { createHash } from 'node:crypto';
import { minDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import { canonicalJson, type Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { ledgerToday } from '../core/today.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { IntakeResult, QuarantineReason } from '../types/intake.js';
import { accept, type Accepted } from './accept.js';
import { demographicsOf, findVerified, identifierHash, lockIdentity, updatePatient } from './patients.js';
import { alreadyKnown, quarantine } from './quarantine.js';
import { referralFacts } from './referral-events.js';
import { releaseWithin } from './release.js';
import { lastTold, type ToldReferral } from './told-referral.js';

/**
 * A referral whose identifier is known. The same content changes nothing; one that was in quarantine and has been mended is
 * released. Other content is the sender's correction: recorded as one, so that both versions stand in the history.
 * What cannot be a correction of this pathway (another person, another condition) is kept in quarantine for a person to see.
 */
export async function sentAgain(context: LedgerContext, transaction: Transaction, pathwayId: string, referral: Referral, actor: Actor): Promise<IntakeResult> {
  const known = await alreadyKnown(transaction, pathwayId);
  const accepted = await accept(context, transaction, referral, actor);
  if (known.reasons.length > 0) {
    if ('reasons' in accepted) return known;
    return releaseWithin(context, transaction, pathwayId, { as: 'accepted', referral, on: await ledgerToday(context, transaction) }, actor);
  }
  // The person's lock comes before the pathway's, as in `intake`.
  const hash = identifierHash(context, demographicsOf(referral.patient));
  if (hash !== null) await lockIdentity(transaction, hash);
  const pathway = await openPathway(context, transaction, pathwayId);
  const told = await lastTold(context, transaction, pathway, referral.source);
  if (told === null || isSame(told.referral, referral)) return known;
  const reasons = 'reasons' in accepted ? accepted.reasons : await obstacles(context, transaction, pathway, told, accepted, hash);
  if (reasons.length > 0) return keptApart(context, transaction, pathway, referral, reasons, actor);
  return correctTold(context, transaction, pathway, told, referral, actor);
}

/**
 * Whether it tells nothing new. Receipt on a later day is not news: where a sender does not give the mottattdato it is the day
 * of sending, and the first receipt stands.
 */
function isSame(told: Referral, referral: Referral): boolean {
  return referral.mottattdato >= told.mottattdato && contentOf(told) === contentOf(referral);
}

function contentOf({ source: _source, mottattdato: _mottattdato, ...content }: Referral): string {
  return canonicalJson(content as unknown as Json);
}

/** Why it cannot be a correction of what this pathway was told. */
async function obstacles(
  context: LedgerContext, transaction: Transaction, pathway: OpenPathway, told: ToldReferral, { definition }: Accepted, hash: Buffer | null,
): Promise<readonly QuarantineReason[]> {
  const before = identifierHash(context, demographicsOf(told.referral.patient));
  const owner = hash === null ? null : await findVerified(context, transaction, hash);
  const another = hash !== null && ((before !== null && !before.equals(hash)) || (owner !== null && owner.id !== pathway.patient.id));
  if (another) {
    return [{ code: 'brukt-identifikator', path: 'patient.identifier', sentence: 'Identifikatoren er alt brukt for en henvisning med et annet personnummer. Kontroller hvem den gjelder, og send den på nytt med en egen identifikator.' }];
  }
  if (definition.id !== pathway.head.definitionId) {
    return [{ code: 'annet-forlop', path: 'reasonCodes', sentence: 'Henvisningen er mottatt før, for en annen tilstand. Send den på nytt med en egen identifikator hvis den gjelder begge.' }];
  }
  return [];
}

/** Watched from its receipt like every referral that could not be accepted, under its own content's name: the sender's is taken. */
async function keptApart(context: LedgerContext, transaction: Transaction, { today }: OpenPathway, referral: Referral, reasons: readonly QuarantineReason[], actor: Actor): Promise<IntakeResult> {
  const { source, patient, mottattdato, receiver, referrer, definition } = referral;
  const id = createHash('sha256').update(canonicalJson([source.system, source.id, contentOf(referral)])).digest('hex');
  return quarantine(context, {
    source: { kind: source.kind, system: 'urn:forlop:innhold-sha256', id }, reasons, receivedOn: minDate(mottattdato, today), original: referral as unknown as Json, patient: demographicsOf(patient),
    ...(receiver && { receiver }), ...(referrer && { referrer }), ...(definition && { definition }),
  }, actor, transaction);
}

async function correctTold(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, told: ToldReferral, referral: Referral, actor: Actor): Promise<IntakeResult> {
  const { head } = pathway;
  const demographics = demographicsOf(referral.patient);
  const patient = await updatePatient(context, transaction, pathway.patient, demographics, identifierHash(context, demographics) !== null);
  const definition = context.rules.definition(head.definitionId, head.definitionVersion);
  const facts = correctionFacts(referralFacts(definition, told.referral, ''), referralFacts(definition, referral, actorText(actor)), told, referral);
  const { position } = await writePathway(context, transaction, pathway, facts, { tell: true, change: { patient } });
  return { outcome: 'corrected', pathwayId: head.id, patientId: patient.id, position, reasons: [] };
}

/**
 * The receipt as the sender now tells it, and what else is new. What the sender has not changed stays as it is now, which may be
 * what a person here has put right since.
 */
function correctionFacts([receivedBefore, ...restBefore]: readonly EventDraft[], [received, ...rest]: readonly EventDraft[], { root, now }: ToldReferral, { mottattdato }: Referral): EventDraft[] {
  const names = new Set([...Object.keys(receivedBefore!.data), ...Object.keys(received!.data)]);
  const changed = [...names].filter((name) => asText(receivedBefore!.data[name]) !== asText(received!.data[name]));
  const data = Object.fromEntries(Object.entries({ ...now.data, ...Object.fromEntries(changed.map((name) => [name, received!.data[name]])) }).filter((entry): entry is [string, Json] => entry[1] !== undefined));
  const earlier = mottattdato < receivedBefore!.occurredOn;
  const before = new Set(restBefore.map(factText));
  return [
    { ...received!, occurredOn: earlier ? minDate(now.occurredOn, mottattdato) : now.occurredOn, data, corrects: root },
    ...rest.filter((fact) => !before.has(factText(fact))),
  ];
}

const asText = (value: Json | undefined): string => (value === undefined ? '' : canonicalJson(value));
const factText = ({ type, occurredOn, data }: EventDraft): string => canonicalJson([type, occurredOn, data]);
