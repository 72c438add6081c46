import type { OsloDate } from '@forlop/calendar';

/** Which registry said it. */
export type RegistryName = 'persontjenesten' | 'fastlegeregisteret' | 'adresseregisteret';

/** What a registry said, and when: what is shown of it is shown with its age. */
export interface Answer<T> {
  readonly value: T;
  /** The instant at which the registry had answered; ISO 8601 in UTC. */
  readonly asOf: string;
  readonly source: RegistryName;
}

/**
 * How protected a person's addresses are, by Folkeregisteret's words: «strengt fortrolig» (kode 6), «fortrolig» (kode 7),
 * «klientadresse» (the address of an office that takes the person's mail), «ugradert».
 */
export type AddressProtection = 'ugradert' | 'klientadresse' | 'fortrolig' | 'strengtFortrolig';

/** Where a person is registered to live. */
export interface RegisteredAddress {
  readonly lines: readonly string[];
  readonly postalCode: string | null;
  readonly city: string | null;
  /** The municipality's number, four digits. */
  readonly municipality: string | null;
  /** When she says she moved in; null when the registry does not know. */
  readonly movedOn: OsloDate | null;
}

/** A death as registered. */
export interface RegisteredDeath {
  /** Null: dead, on a day that the registry does not know. */
  readonly on: OsloDate | null;
  /** The day on which the registry learnt of it. */
  readonly registeredOn: OsloDate | null;
}

/** A person as Folkeregisteret has her. */
export interface RegisteredPerson {
  /** The registry's own name for her, which its change feed uses. Not her number. */
  readonly registryId: string;
  /** The number that holds now: another than the one asked for when she was given a new one. */
  readonly personNumber: string | null;
  readonly name: { readonly given: string; readonly family: string } | null;
  /** Null: alive as far as the registry knows. */
  readonly death: RegisteredDeath | null;
  readonly protection: AddressProtection;
  /** Null: none known, none in Norway, or one that we may not see. */
  readonly address: RegisteredAddress | null;
}

/** That something about a person changed. What it became is asked for. */
export interface PersonEvent {
  readonly sequence: number;
  readonly registryId: string;
  /** The registry's own word, e.g. `ChangeInDeath`, `PersonIsDeceased`. */
  readonly type: string;
}

/** Persontjenesten: who lives, where, and how protected. Each call throws `RegistryError`. */
export interface PersonRegistry {
  /** A person by fødselsnummer or D-number; null when the registry knows nobody by it. */
  person(personNumber: string): Promise<Answer<RegisteredPerson | null>>;
  /** Changes from a place in the feed on, that place included, oldest first; at most a thousand. Empty: nothing more yet. */
  events(fromSequence: number): Promise<Answer<readonly PersonEvent[]>>;
  /** The last place in the feed; null while it is empty. */
  latestEvent(): Promise<Answer<PersonEvent | null>>;
}

/** A doctor on a list, for a time. */
export interface ListDoctor {
  readonly hprNumber: string;
  readonly name: string | null;
  /** `vikar`: stands in for another doctor of the list. */
  readonly role: 'fastlege' | 'vikar';
  readonly substitutesFor: string | null;
  readonly from: OsloDate;
  /** The first day on which it no longer holds; null: open. */
  readonly to: OsloDate | null;
}

/** A doctor's office. */
export interface GpOffice {
  readonly name: string | null;
  readonly orgNumber: string | null;
}

/** A patient's place on a fastlege's list. */
export interface GpContract {
  readonly contractId: string;
  /** The patient's time on the list, not the list's own. */
  readonly from: OsloDate;
  readonly to: OsloDate | null;
  /** A fellesliste: several doctors may own it together. */
  readonly shared: boolean;
  /** Where messages to the fastlege go (a service or a person in Adresseregisteret); told of today only. */
  readonly gpHerId: string | null;
  /** The doctors whose time on the list includes the day; none when the list stands without a doctor. */
  readonly doctors: readonly ListDoctor[];
  readonly office: GpOffice | null;
}

/** Fastlegeregisteret. Throws `RegistryError`. Its changes are told over a message bus and not here (docs/registries.md). */
export interface GpRegistry {
  /** The patient's contract on a day; null when she has no fastlege then. */
  contractOn(personNumber: string, day: OsloDate): Promise<Answer<GpContract | null>>;
}

/** Somebody whom messages can be sent to. */
export interface CommunicationParty {
  readonly herId: string;
  readonly kind: 'organisation' | 'person' | 'service';
  readonly name: string;
  readonly orgNumber: string | null;
  readonly hprNumber: string | null;
  /** The organisation that a person or a service belongs to. */
  readonly parent: { readonly herId: string; readonly name: string; readonly orgNumber: string | null } | null;
  /**
   * Whether messages reach it today: valid, with an EDI address and a certificate to encrypt for. Which kinds of
   * message it takes is agreed elsewhere (CPP/CPA); a dialogmelding that it does not take comes back as a negative receipt.
   */
  readonly receivesMessages: boolean;
  readonly validFrom: OsloDate | null;
  /** The last day; null: open. */
  readonly validTo: OsloDate | null;
}

/** Adresseregisteret. Each call throws `RegistryError`. */
export interface AddressRegistry {
  byHerId(herId: string): Promise<Answer<CommunicationParty | null>>;
  /** All that a health person is registered as, one for each office. */
  ofPerson(hprNumber: string): Promise<Answer<readonly CommunicationParty[]>>;
  ofOrganisation(orgNumber: string): Promise<Answer<CommunicationParty | null>>;
}

/** The registries of an installation. */
export interface Registries {
  readonly persons: PersonRegistry;
  readonly gps: GpRegistry;
  readonly addresses: AddressRegistry;
}
