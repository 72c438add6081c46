import * as field from './fields.js';
import { helseIdFields, helseIdOf, type HelseIdConfig } from './helseid.js';
import { readConfig, type Environment } from './read-config.js';

/** What both kinds have. */
interface EdiSender {
  /** The unit that sends, as it stands in Adresseregisteret. */
  readonly sender: { readonly herId: string; readonly name: string; readonly organisationNumber: string | null };
  /** Hours within which the receiver's system must have answered. */
  readonly receiptHours: number;
}

/**
 * Dialogmelding over Norsk Helsenett's EDI 2.0 (docs/dialogmelding.md). `simulated`: a simulator in the courier, refused in production. `real`: with
 * tokens from HelseID, bound to a key as EDI 2.0 demands.
 */
export type EdiConfig = EdiSender & ({ readonly kind: 'simulated'; /** 0: any free port. */ readonly port: number } | { readonly kind: 'real'; readonly url: string; readonly helseId: HelseIdConfig });

/** @throws ConfigError with all that is wrong. */
export function ediConfig(env: Environment): EdiConfig | null {
  const isProduction = env['NODE_ENV']?.trim() === 'production';
  const { FORLOP_EDI: kind, PORT_EDI: port } = readConfig('courier', {
    FORLOP_EDI: field.oneOf(isProduction ? ['none', 'real'] : ['none', 'real', 'simulated'], 'none'),
    PORT_EDI: field.wholeNumber(0, 0, 65_535),
  }, env);
  if (kind === 'none') return null;
  if (kind === 'simulated') return { kind, port, ...senderOf(readConfig('courier', { EDI_HER_ID: field.word('8000001'), EDI_SENDER_NAME: field.word('Nordlia sykehus'), ...shared }, env)) };
  const read = readConfig('courier', {
    EDI_HER_ID: field.required('mangler: HER-id-en som dialogmeldinger sendes fra'),
    EDI_SENDER_NAME: field.required('mangler: navnet som står på HER-id-en i Adresseregisteret'),
    ...shared,
    EDI_URL: isProduction ? field.serviceUrl : field.anyServiceUrl,
    ...helseIdFields(isProduction),
  }, env);
  return { kind: 'real', url: read.EDI_URL, helseId: helseIdOf(read), ...senderOf(read) };
}

const shared = { EDI_SENDER_ORGNR: field.word(''), EDI_RECEIPT_HOURS: field.wholeNumber(48, 1, 24 * 14) };

interface SenderRead {
  readonly EDI_HER_ID: string;
  readonly EDI_SENDER_NAME: string;
  readonly EDI_SENDER_ORGNR: string;
  readonly EDI_RECEIPT_HOURS: number;
}

const senderOf = (read: SenderRead): EdiSender => ({
  sender: { herId: read.EDI_HER_ID, name: read.EDI_SENDER_NAME, organisationNumber: read.EDI_SENDER_ORGNR || null }, receiptHours: read.EDI_RECEIPT_HOURS,
});
