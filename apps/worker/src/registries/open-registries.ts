import type { RegistriesConfig } from '@forlop/config';
import { byNothing, byPassword, fastlegeregisteret, persontjenesten, type GpRegistry, type PersonRegistry } from '@forlop/registries';
import type { Logger } from '@forlop/telemetry';

/** The registries as this installation has them. */
export interface OpenRegistries {
  readonly persons: PersonRegistry | null;
  readonly gps: GpRegistry | null;
  close(): Promise<void>;
}

/** Starts the simulator where it is asked for; otherwise nothing is contacted yet. */
export async function openRegistries(config: RegistriesConfig, log: Logger): Promise<OpenRegistries> {
  if (config.kind === 'asked') {
    const { url, user, password } = config.fastlegeregisteret;
    log.warn('Persontjenesten is not set up: deaths, moves and protected addresses are not looked up');
    return { persons: null, gps: fastlegeregisteret({ baseUrl: url, authorise: byPassword(user, password.reveal()) }), close: () => Promise.resolve() };
  }
  // Loaded here alone, so that production never does.
  const { startRegistrySimulator } = await import('@forlop/registries/simulator');
  const { urls, close } = await startRegistrySimulator({ port: config.port });
  log.info({ url: urls.persontjenesten }, 'the registries are simulated');
  return {
    persons: persontjenesten({ baseUrl: urls.persontjenesten, authorise: byNothing }),
    gps: fastlegeregisteret({ baseUrl: urls.fastlegeregisteret, authorise: byNothing }),
    close,
  };
}
