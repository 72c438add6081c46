import * as field from './fields.js';
import type { Secret } from './secret.js';

/** This system as HelseID's client without a person (libs/identity), for the APIs of Norsk helsenett that the house asks. */
export interface HelseIdConfig {
  /** Letter by letter as HelseID names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Private key as JWK in JSON. */
  readonly clientKey: Secret;
  /** Null: the client belongs to one organisation, which HelseID knows (single-tenant). Else the one that it acts for (multi-tenant). */
  readonly parent: string | null;
  /** A unit below that organisation; null: none is told. */
  readonly child: string | null;
}

/** Its variables, to be read with those of whatever needs it. */
export const helseIdFields = (isProduction: boolean) => ({
  HELSEID_ISSUER: field.issuer(isProduction ? ['https:'] : ['http:', 'https:']),
  HELSEID_CLIENT_ID: field.required('mangler: klient-id-en som Forløp har hos HelseID for API-kall'),
  HELSEID_CLIENT_KEY: field.signingKey,
  HELSEID_ORGNR_PARENT: field.organisationNumber.optional(),
  HELSEID_ORGNR_CHILD: field.organisationNumber.optional(),
});

/** What was read by {@link helseIdFields}. */
export interface HelseIdRead {
  readonly HELSEID_ISSUER: string;
  readonly HELSEID_CLIENT_ID: string;
  readonly HELSEID_CLIENT_KEY: Secret;
  readonly HELSEID_ORGNR_PARENT?: string | undefined;
  readonly HELSEID_ORGNR_CHILD?: string | undefined;
}

/** In our words. */
export const helseIdOf = (read: HelseIdRead): HelseIdConfig => ({
  issuer: read.HELSEID_ISSUER, clientId: read.HELSEID_CLIENT_ID, clientKey: read.HELSEID_CLIENT_KEY, parent: read.HELSEID_ORGNR_PARENT ?? null, child: read.HELSEID_ORGNR_CHILD ?? null,
});
