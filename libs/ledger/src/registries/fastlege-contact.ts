import type { GpContract, RegistryFact } from '@forlop/registries';
import { openContact, storeContact } from '../commands/contact.js';
import type { LedgerContext } from '../context.js';
import { given } from '../core/access-rows.js';
import { observations } from '../core/observation-types.js';
import type { OpenPathway } from '../core/open-pathway.js';
import type { EventDraft } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { hprHash } from '../tenancy/holder.js';
import { actorText } from '../types/actor.js';
import { registryWatcher } from './known-person.js';

const role = 'fastlege';

/**
 * Makes the registry's doctors the patient's contact as fastlege: they see the pathway from today, and whoever was it sees it no more. Of a shared
 * list all of them do. Nothing when they are the contact already, with an e-mail address that somebody gave. @param isFirst nobody has asked the registry before.
 */
export async function setFastlege(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, fact: Extract<RegistryFact, { kind: 'fastlege' }>, isFirst: boolean): Promise<EventDraft[]> {
  const persons = fact.now.hprNumbers.map((number) => hprHash(context.searchKey, number)).sort();
  const current = given(pathway.events).findLast(({ basis, role: of, to }) => basis === 'contact' && of === role && to === null);
  if (current !== undefined && persons.length > 0 && [...current.holder.persons].sort().join() === persons.join()) return [];
  if (fact.contract === null || persons.length === 0) await transaction.query('delete from patient_contact where patient_id = $1 and role = $2', [pathway.patient.id, role]);
  else await storeContact(transaction, pathway.patient, role, {
    name: nameOf(fact.contract),
    email: await keptEmail(transaction, pathway, fact.contract, isFirst && (current?.holder.persons.length ?? 0) === 0),
    // Of a shared list the messages go to where the list's messages go, whoever reads them.
    ...(fact.contract.doctors.length === 1 && { hprNumber: fact.contract.doctors[0]!.hprNumber }),
    ...(fact.contract.gpHerId !== null && { herId: fact.contract.gpHerId }),
  });
  return [{ kind: 'observation', type: observations.contactChanged, occurredOn: pathway.today, data: { role, ...(persons.length > 0 && { person: persons }) }, actor: actorText(registryWatcher) }];
}

function nameOf({ doctors, office, shared }: GpContract): string {
  const people = doctors.map(({ name, hprNumber }) => name ?? `HPR ${hprNumber}`).join(', ');
  return `${shared ? 'Fellesliste: ' : ''}${people}${office?.name == null ? '' : `, ${office.name}`}`;
}

/**
 * An e-mail address that was given for a doctor of that family name stays, and so does one that was given for the fastlege before anybody asked who it
 * is (`unnamed`). Anybody else's must not get what is meant for her.
 */
async function keptEmail(transaction: Transaction, { patient }: OpenPathway, { doctors }: GpContract, unnamed: boolean): Promise<string | null> {
  const [row] = await transaction.query<{ sealed: Buffer }>('select sealed from patient_contact where patient_id = $1 and role = $2', [patient.id, role]);
  if (row === undefined || patient.key === null) return null;
  const { name, email } = openContact(patient.id, patient.key, role, row.sealed);
  const words = new Set(name.toLocaleLowerCase('nb').split(/[\s,]+/));
  const isSame = doctors.length === 1 && words.has((doctors[0]!.name ?? '').toLocaleLowerCase('nb').split(' ').at(-1)!);
  return unnamed || isSame ? email : null;
}
