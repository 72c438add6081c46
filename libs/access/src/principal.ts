import type { Role } from './roles.js';

/** Who a verified token or session says that somebody is. Nothing here is believed of anyone who has not proved it. */
export interface Identity {
  readonly kind: 'person' | 'system';
  readonly issuer: string;
  readonly subject: string;
  /** A person's own number (`helseid://claims/identity/pid`); null for systems. Never logged, never stored but as a keyed hash. */
  readonly personNumber: string | null;
  readonly name: string | null;
  /** Number in the register of health personnel, where the person is in it. */
  readonly hprNumber: string | null;
  /** Organisation numbers of the legal entity and of the unit that the client acts for. */
  readonly organisation: { readonly parent: string | null; readonly child: string | null };
  readonly scopes: readonly string[];
  readonly clientId: string;
}

/** Whoever asks, known to the house: what decisions, the ledger's rows and the access log go by. */
export interface Principal {
  readonly kind: 'person' | 'system';
  /** The id that the ledger and the access log know them by; says nothing by itself. */
  readonly id: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  readonly identitiesGranted: boolean;
  /** May see where a patient with a protected address lives; by a role grant that says so. */
  readonly protectedAddressesGranted?: boolean;
  /** The unit that they act for today, and the legal entity above it; null when the house does not know it. */
  readonly unitId: string | null;
  readonly legalEntityId: string | null;
  /** Organisations whose patients they reach: the unit and everything below it. */
  readonly organisationIds: readonly string[];
  /** Keyed hashes by which patients name them as their doctor or contact, in hexadecimal. */
  readonly personHashes: readonly string[];
}
