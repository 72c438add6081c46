import { maxDate, type OsloDate } from '@forlop/calendar';
import type { AddressProtection, Answer, CommunicationParty, GpContract, RegisteredAddress, RegisteredPerson, RegistryName } from '../ports.js';

/** As the event `fastlegeEndret` says it. */
export type FastlegeStatus = 'har-fastlege' | 'ingen' | 'fellesliste';

/** Who the fastlege is, as far as a change of it is told from none. */
export interface KnownFastlege {
  readonly status: FastlegeStatus;
  /** Every doctor on the patient's list, stand-ins too, in order. */
  readonly hprNumbers: readonly string[];
  /** The day that the last recorded change is dated on. */
  readonly from: OsloDate;
}

/** What is on record of a patient before a look. */
export interface KnownPerson {
  /** When the pathway began. What changed before is dated then: before it there was nobody to tell. */
  readonly since: OsloDate;
  /** `byRegistry`: recorded by this watch, which may take it back. What a person recorded stands until a person corrects it. */
  readonly death: { readonly on: OsloDate; readonly byRegistry: boolean } | null;
  /** Null: never looked up. */
  readonly fastlege: KnownFastlege | null;
  readonly protection: AddressProtection;
  /** As the registry last had it. Undefined: never looked up; null: it had none. */
  readonly address: RegisteredAddress | null | undefined;
  /** When the newest answer that counted was given, by registry; ISO 8601. */
  readonly asOf: Readonly<Partial<Record<RegistryName, string>>>;
}

/** What was answered in a look. Missing: not asked, or no answer. */
export interface RegistryAnswers {
  readonly person?: Answer<RegisteredPerson | null> | undefined;
  readonly gp?: Answer<GpContract | null> | undefined;
  /** Of the HER-id that messages to the fastlege go to. */
  readonly address?: Answer<Pick<CommunicationParty, 'herId' | 'receivesMessages'>> | undefined;
}

/** Whether an answer is newer than what we have; an older one that arrives late tells nothing. */
export function isNewer(answer: Answer<unknown>, { asOf }: Pick<KnownPerson, 'asOf'>): boolean {
  const last = asOf[answer.source];
  return last === undefined || Date.parse(answer.asOf) > Date.parse(last);
}

/** Who the fastlege is by a contract. A list without any doctor counts as none: there is nobody to ask. */
export function fastlegeOf(contract: GpContract | null): Omit<KnownFastlege, 'from'> & { readonly from: OsloDate | null } {
  if (contract === null || contract.doctors.length === 0) return { status: 'ingen', hprNumbers: [], from: null };
  return {
    status: contract.shared ? 'fellesliste' : 'har-fastlege',
    hprNumbers: [...new Set(contract.doctors.map(({ hprNumber }) => hprNumber))].sort(),
    from: maxDate(contract.from, ...contract.doctors.map(({ from }) => from)),
  };
}
