import type { RegistriesConfig } from '@forlop/config';
import { machineClient } from '@forlop/identity';
import { addressScope, adresseregisteret, byNothing, byPassword, fastlegeregisteret, personScope, persontjenesten, type AddressRegistry, type GpRegistry, type PersonRegistry } from '@forlop/registries';
import type { Logger } from '@forlop/telemetry';
import { byTokensOf } from './registry-tokens.js';

/** The registries as this installation has them; null: not asked. */
export interface OpenRegistries {
  readonly persons: PersonRegistry | null;
  readonly gps: GpRegistry | null;
  readonly addresses: AddressRegistry | null;
  close(): Promise<void>;
}

/** Starts the simulator where it is asked for; otherwise nothing is contacted yet. */
export async function openRegistries(config: RegistriesConfig, log: Logger): Promise<OpenRegistries> {
  if (config.kind === 'asked') return realRegistries(config, log);
  // Loaded here alone, so that production never does.
  const { startRegistrySimulator } = await import('@forlop/registries/simulator');
  const { urls, close } = await startRegistrySimulator({ port: config.port });
  log.info({ url: urls.persontjenesten }, 'the registries are simulated');
  return {
    persons: persontjenesten({ baseUrl: urls.persontjenesten, authorise: byNothing }),
    gps: fastlegeregisteret({ baseUrl: urls.fastlegeregisteret, authorise: byNothing }),
    addresses: adresseregisteret({ baseUrl: urls.adresseregisteret, authorise: byNothing }),
    close,
  };
}

const unasked = {
  persontjenesten: 'Persontjenesten is not set up: deaths, moves and protected addresses are not looked up',
  fastlegeregisteret: 'Fastlegeregisteret is not set up: who the fastlege is is not looked up',
  adresseregisteret: 'Adresseregisteret is not set up: whether messages reach the fastlege is not looked up',
} as const;

function realRegistries(config: Extract<RegistriesConfig, { kind: 'asked' }>, log: Logger): OpenRegistries {
  for (const name of Object.keys(unasked) as (keyof typeof unasked)[]) if (config[name] === null) log.warn(unasked[name]);
  const helseId = config.helseId === null ? null : machineClient(config.helseId);
  const { persontjenesten: person, fastlegeregisteret: gp, adresseregisteret: address } = config;
  return {
    persons: person && helseId && persontjenesten({ baseUrl: person.url, authorise: byTokensOf(helseId, personScope) }),
    gps: gp && fastlegeregisteret({ baseUrl: gp.url, authorise: byPassword(gp.user, gp.password.reveal()) }),
    addresses: address && helseId && adresseregisteret({ baseUrl: address.url, authorise: byTokensOf(helseId, addressScope) }),
    close: () => Promise.resolve(),
  };
}
