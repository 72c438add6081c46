import * as field from './fields.js';
import { helseIdFields, helseIdOf, type HelseIdConfig } from './helseid.js';
import { allOf, readConfig, type Environment } from './read-config.js';
import type { Secret } from './secret.js';

/** The national registries that can be asked. */
export const registryNames = ['persontjenesten', 'fastlegeregisteret', 'adresseregisteret'] as const;
type Name = (typeof registryNames)[number];

/**
 * The national registries (docs/registries.md). `simulated`: invented people only, on this machine, refused in production. `asked`: those that are not
 * null, as they answer; `helseId` gives the tokens that Persontjenesten and Adresseregisteret ask for, and is null when neither is asked.
 */
export type RegistriesConfig =
  | { readonly kind: 'simulated'; /** 0: any free port. */ readonly port: number }
  | {
      readonly kind: 'asked';
      readonly persontjenesten: { readonly url: string } | null;
      readonly fastlegeregisteret: { readonly url: string; readonly user: string; readonly password: Secret } | null;
      readonly adresseregisteret: { readonly url: string } | null;
      readonly helseId: HelseIdConfig | null;
    };

/** Each registry that is asked with all of its settings, or a sentence for each that is lacking. @throws ConfigError. */
export function registriesConfig(env: Environment): RegistriesConfig | null {
  const isProduction = env['NODE_ENV']?.trim() === 'production';
  const { FORLOP_REGISTRIES: kind, PORT_REGISTRIES: port } = readConfig('worker', {
    FORLOP_REGISTRIES: field.someOf(registryNames, isProduction ? ['none', 'asked'] : ['none', 'asked', 'simulated'], 'none'),
    PORT_REGISTRIES: field.wholeNumber(0, 0, 65_535),
  }, env);
  if (kind === 'none') return null;
  if (kind === 'simulated') return { kind, port };
  const asked: readonly Name[] = kind === 'asked' ? registryNames : kind;
  return askedConfig((name) => asked.includes(name), isProduction, env);
}

/** All of them are read, so that all that is lacking is said at once. */
function askedConfig(isAsked: (name: Name) => boolean, isProduction: boolean, env: Environment): RegistriesConfig {
  const [persontjenesten, fastlegeregisteret, adresseregisteret, helseId] = allOf(
    'worker',
    () => (isAsked('persontjenesten') ? { url: readConfig('worker', { PERSONTJENESTEN_URL: field.serviceUrl }, env).PERSONTJENESTEN_URL } : null),
    () => (isAsked('fastlegeregisteret') ? fastlegeConfig(env) : null),
    () => (isAsked('adresseregisteret') ? { url: readConfig('worker', { ADRESSEREGISTERET_URL: field.serviceUrl }, env).ADRESSEREGISTERET_URL } : null),
    () => (isAsked('persontjenesten') || isAsked('adresseregisteret') ? helseIdOf(readConfig('worker', helseIdFields(isProduction), env)) : null),
  );
  return { kind: 'asked', persontjenesten, fastlegeregisteret, adresseregisteret, helseId };
}

function fastlegeConfig(env: Environment) {
  const read = readConfig('worker', {
    FASTLEGEREGISTERET_URL: field.serviceUrl,
    FASTLEGEREGISTERET_USER: field.required('mangler: tjenestebrukeren hos Norsk helsenett'),
    FASTLEGEREGISTERET_PASSWORD: field.secret('mangler: passordet til tjenestebrukeren'),
  }, env);
  return { url: read.FASTLEGEREGISTERET_URL, user: read.FASTLEGEREGISTERET_USER, password: read.FASTLEGEREGISTERET_PASSWORD };
}
