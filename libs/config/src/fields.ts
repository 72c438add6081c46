import { isIP } from 'node:net';
import { z } from 'zod';
import { Secret } from './secret.js';

/**
 * Fields of the environment. Each sentence says what is wanted and never repeats what was given, which may be a secret
 * that landed in the wrong variable.
 */

const text = (sentence: string) => z.string({ error: sentence }).min(1, sentence);

/** Port number, 1–65535. */
export const port = (standard: number) =>
  z
    .string()
    .regex(/^\d+$/, portSentence)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 65_535, portSentence)
    .default(standard);
const portSentence = 'må være et portnummer fra 1 til 65535';

/** Whole number within limits. */
export const wholeNumber = (standard: number, least: number, most: number) => {
  const sentence = `må være et helt tall fra ${least} til ${most}`;
  return z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((n) => n >= least && n <= most, sentence)
    .default(standard);
};

/** Address of PostgreSQL; holds a password, so it is a secret. */
export const databaseUrl = text('mangler: adressen til PostgreSQL, for eksempel postgres://forlop@localhost:5432/forlop')
  .refine((value) => hasScheme(value, ['postgres:', 'postgresql:']), 'må være en adresse som begynner med postgres://')
  .transform((value) => new Secret(value));

/** Address of Temporal as `host:port`. */
export const temporalAddress = text('mangler: adressen til Temporal, for eksempel localhost:7233').regex(/^(\[[^\]\s]+\]|[^\s:/]+):\d{1,5}$/, 'må være på formen vert:port, for eksempel localhost:7233');

/** One of some words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T, standard: T[number]) => z.enum(words, { error: `må være ett av ${words.join(', ')}` }).default(standard as never);

/** One word, or some of a list with commas between; a list is read as an array without repetitions. */
export const someOf = <const Name extends string, const Word extends string>(names: readonly Name[], words: readonly Word[], standard: Word) => {
  const sentence = `må være ett av ${words.join(', ')}, eller ett eller flere av ${names.join(', ')} med komma mellom`;
  return z
    .string()
    .transform((value) => (words.includes(value as Word) ? (value as Word) : [...new Set(value.split(',').map((part) => part.trim() as Name))]))
    .refine((value) => typeof value === 'string' || value.every((name) => names.includes(name)), sentence)
    .default(standard as never);
};

/** Nine digits of Enhetsregisteret. */
export const organisationNumber = z.string().regex(/^\d{9}$/, 'må være et organisasjonsnummer på ni siffer');

/** A web address that people can open. */
export const webUrl = (standard: string) =>
  z
    .string()
    .refine((value) => hasScheme(value, ['http:', 'https:']), 'må være en adresse som begynner med http:// eller https://')
    .transform((value) => value.replace(/\/+$/, ''))
    .default(standard);

/** A web address over TLS, for where anything less would show what health personnel see. */
export const httpsUrl = overTls('mangler: adressen som Forløp har i nettleseren, med https://', 'må være en adresse som begynner med https:// i produksjon');

/** Address of a service that is asked about patients: over TLS everywhere. */
export const serviceUrl = overTls('mangler: adressen til tjenesten, med https://', 'må være en adresse som begynner med https://');

/** The same outside production, where it may be a simulator on this machine. */
export const anyServiceUrl = text('mangler: adressen til tjenesten')
  .refine((value) => hasScheme(value, ['http:', 'https:']), 'må være en adresse som begynner med http:// eller https://')
  .transform((value) => value.replace(/\/+$/, ''));

function overTls(missing: string, wrong: string) {
  return text(missing)
    .refine((value) => hasScheme(value, ['https:']), wrong)
    .transform((value) => value.replace(/\/+$/, ''));
}

/**
 * Address of the OpenID provider, letter by letter as it names itself. @param schemes `https:` alone in production.
 */
export const issuer = (schemes: readonly ('http:' | 'https:')[]) =>
  text('mangler: adressen til innloggingstjenesten, for eksempel https://helseid-sts.nhn.no').refine(
    (value) => hasScheme(value, schemes),
    schemes.includes('http:') ? 'må være en adresse som begynner med http:// eller https://' : 'må være en adresse som begynner med https:// i produksjon',
  );

/** Text that must be given. @param sentence what is wanted, after the variable's name. */
export const required = (sentence: string) => text(sentence);

/** A text that no log shows, and that must be given. @param sentence what is wanted, after the variable's name. */
export const secret = (sentence: string) => text(sentence).transform((value) => new Secret(value));

/** A private key as JWK in JSON, with the algorithm that it signs by. */
export const signingKey = text('mangler: klientens private nøkkel som JWK').refine(isSigningKey, 'må være en privat nøkkel som JWK med «alg», for eksempel PS256 eller ES256').transform((value) => new Secret(value));

/** Address of a mail server; holds a password, so it is a secret. */
export const smtpUrl = z
  .string()
  .refine((value) => hasScheme(value, ['smtp:', 'smtps:']), 'må være en adresse som begynner med smtp:// eller smtps://')
  .transform((value) => new Secret(value));

/** A private key as PEM; line ends may be written `\n`, as environment files want them. A secret. */
export const privateKey = z
  .string()
  .transform((value) => value.replaceAll('\\n', '\n'))
  .refine((value) => /^-----BEGIN (RSA )?PRIVATE KEY-----\n[\s\S]+-----END (RSA )?PRIVATE KEY-----\s*$/.test(value), 'må være en privat nøkkel i PEM-format')
  .transform((value) => new Secret(value));

/** Sender of mail, e.g. `Forløp <forlop@sykehus.example>`. */
export const mailFrom = z
  .string()
  .regex(/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'må være en e-postadresse, eventuelt med navn foran: Forløp <forlop@sykehus.example>')
  .default('Forløp <forlop@localhost.localdomain>');

/** One or more keys of 256 bits: `id:base64`, separated by commas; a single one may stand without an id. */
export const keys = text('mangler: en nøkkel på 32 byte i base64; lag en med «openssl rand -base64 32»')
  .refine((value) => value.split(',').every((part) => isKey(part.trim())), 'må være nøkler på 32 byte i base64, hver med en id foran kolon når det er flere (gammel:…,ny:…)')
  .transform((value) => new Secret(value));

/** Addresses and networks (`10.0.0.0/8`), separated by commas; none unless they are given. */
export const networks = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), 'må være IP-adresser eller nett (10.0.0.0/8) med komma mellom')
  .default([]);

/** Text with a default. */
export const word = (standard: string) => z.string().default(standard);

function hasScheme(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

function isSigningKey(value: string): boolean {
  const key = parsed(value);
  return key !== null && typeof key['kty'] === 'string' && typeof key['d'] === 'string' && /^(?:[RPE]S(?:256|384|512)|EdDSA|Ed25519)$/.test(String(key['alg']));
}

/** The object that a JSON text holds; null when it holds none. */
function parsed(value: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(value);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  return version !== 0 && more.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128)));
}

function isKey(part: string): boolean {
  const base64 = part.slice(part.indexOf(':') + 1);
  return /^[A-Za-z0-9+/]{43}=?$/.test(base64) && Buffer.from(base64, 'base64').length === 32;
}
