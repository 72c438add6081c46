import { changesSince, isNewer, fastlegeOf, type Answer, type KnownPerson, type RegisteredAddress, type RegisteredPerson, type RegistryFact, type RegistryName } from '@forlop/registries';
import { checkEvent, type DataError } from '@forlop/pathway';
import { definitionOf } from '../commands/record.js';
import type { LedgerContext } from '../context.js';
import type { Demographics } from '../core/demographics.js';
import { openPathway, type OpenPathway, type OpenPatient } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { updatePatient } from '../intake/patients.js';
import type { LookRecorded, RegistryLook } from '../types/registries.js';
import { readdress } from '../reminders/readdress.js';
import { registryIdHash } from './feed.js';
import { setFastlege } from './fastlege-contact.js';
import { knownPerson } from './known-person.js';
import { draftOfFact } from './look-drafts.js';
import { storedLooks, storeLook, type StoredAddress, type StoredGp, type StoredPerson } from './stored-looks.js';

/**
 * Records what a look at the registries made known, all of it at once: the facts, who the fastlege is and may see the pathway, where she
 * lives and how protected that is; and when each registry was asked. The same look again records nothing new.
 */
export function recordLook(context: LedgerContext, pathwayId: string, look: RegistryLook, within?: Transaction): Promise<LookRecorded> {
  return inTransactionOf(context.database, within, async (transaction): Promise<LookRecorded> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    // Nobody is asked about who was erased; a look that was under way tells nothing.
    if (pathway.patient.key === null) return { position: pathway.head.headPosition, facts: [], refused: [] };
    const known = knownPerson(pathway, await storedLooks(transaction, pathwayId, pathway.patient));
    const judged = changesSince(known, look.answers, pathway.today).map((fact) => judge(context, pathway, fact));
    const taken = judged.filter(({ errors }) => errors.length === 0);
    const drafts: EventDraft[] = [];
    for (const { fact, draft } of taken) drafts.push(draft, ...(fact.kind === 'fastlege' ? await setFastlege(context, transaction, pathway, fact, known.fastlege === null) : []));
    const patient = await registeredPatient(context, transaction, pathway.patient, known, look);
    const position = drafts.length === 0 ? pathway.head.headPosition : (await writePathway(context, transaction, pathway, drafts, { tell: true, change: { patient } })).position;
    if (taken.some(({ fact }) => fact.kind === 'fastlege')) await readdress(context, transaction, pathway, 'fastlege');
    await storeAnswers(context, transaction, { ...pathway, patient }, look, known, judged.map(({ fact }) => fact));
    return { position, facts: taken.map(({ fact }) => fact), refused: judged.filter(({ errors }) => errors.length > 0).map(({ fact, errors }) => ({ fact, errors })) };
  });
}

/** Held to the pathway's rules as any other fact. */
function judge(context: LedgerContext, pathway: OpenPathway, fact: RegistryFact): { readonly fact: RegistryFact; readonly draft: EventDraft; readonly errors: readonly DataError[] } {
  const draft = draftOfFact(pathway, fact);
  const { type, occurredOn, data } = draft;
  const isRules = fact.event !== null && fact.kind !== 'death-withdrawn';
  const errors = isRules ? checkEvent(definitionOf(context, pathway), { type, occurredOn, data, hasText: true }, { today: pathway.today, birthDate: pathway.patient.birthDate }) : [];
  return { fact, draft, errors };
}

/** Writes where she lives and how protected it is where that is news. Her name stays as the hospital has it. */
async function registeredPatient(context: LedgerContext, transaction: Transaction, patient: OpenPatient, known: KnownPerson, { answers: { person } }: RegistryLook): Promise<OpenPatient> {
  if (person?.value == null || !isNewer(person, known)) return patient;
  const { protection, address } = person.value;
  const newer: Demographics = {
    protection: protection === 'fortrolig' || protection === 'strengtFortrolig' ? protection : 'ingen',
    ...(address !== null && address.lines.length > 0 && { address: postalAddress(address) }),
  };
  const { demographics } = patient;
  const isSame = (demographics?.protection ?? 'ingen') === newer.protection && (newer.address === undefined || JSON.stringify(demographics?.address) === JSON.stringify(newer.address));
  return isSame ? patient : updatePatient(context, transaction, patient, newer, false);
}

const postalAddress = ({ lines, postalCode, city }: RegisteredAddress): NonNullable<Demographics['address']> => ({
  lines: [...lines], ...(postalCode !== null && { postalCode }), ...(city !== null && { city }),
});

async function storeAnswers(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, { asked, answers, changed = null }: RegistryLook, known: KnownPerson, facts: readonly RegistryFact[]): Promise<void> {
  for (const registry of asked) {
    const answer = storedAnswer(registry, answers, pathway, known, facts);
    const registryId = registry === 'persontjenesten' ? answers.person?.value?.registryId : undefined;
    const personHash = registryId === undefined ? null : registryIdHash(context.searchKey, registryId);
    await storeLook(transaction, { pathwayId: pathway.head.id, registry, askedAt: pathway.now, personHash, changed }, pathway.patient, answer);
  }
}

function storedAnswer(registry: RegistryName, answers: RegistryLook['answers'], pathway: OpenPathway, known: KnownPerson, facts: readonly RegistryFact[]): Answer<StoredPerson | StoredGp | StoredAddress> | undefined {
  switch (registry) {
    case 'persontjenesten': return storedPerson(answers.person, known);
    case 'fastlegeregisteret': return storedGp(answers.gp, pathway, known, facts);
    case 'adresseregisteret': return answers.address && { ...answers.address, value: { herId: answers.address.value.herId, receivesMessages: answers.address.value.receivesMessages } };
  }
}

function storedPerson(answer: Answer<RegisteredPerson | null> | undefined, known: KnownPerson): Answer<StoredPerson> | undefined {
  if (answer?.value == null || !isNewer(answer, known)) return undefined;
  const { registryId, protection, address } = answer.value;
  return { ...answer, value: { registryId, protection, address } };
}

function storedGp(answer: RegistryLook['answers']['gp'], { today }: OpenPathway, known: KnownPerson, facts: readonly RegistryFact[]): Answer<StoredGp> | undefined {
  if (answer === undefined || !isNewer(answer, known)) return undefined;
  const told = facts.find((fact) => fact.kind === 'fastlege');
  const { status, hprNumbers } = fastlegeOf(answer.value);
  return { ...answer, value: { contract: answer.value, known: told?.now ?? known.fastlege ?? { status, hprNumbers, from: today } } };
}
