import type { Department } from './organisations.js';

/** What a generator thread begins with. */
export interface GeneratorStart {
  readonly databaseUrl: string;
  readonly keys: { readonly FORLOP_MASTER_KEY: string; readonly FORLOP_SEARCH_KEY: string };
  readonly seed: number;
  readonly departments: readonly Department[];
  readonly today: string;
  /** The referrals from this one up to, not including, that. */
  readonly from: number;
  readonly to: number;
}

/** Told after each batch. */
export interface Generated {
  readonly pathways: number;
  readonly events: number;
}
