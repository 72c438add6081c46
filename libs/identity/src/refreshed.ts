import { IdentityError } from './identity-error.js';

/** How long a loaded value serves, in milliseconds. */
export interface RefreshTimes {
  /** After this it is loaded again in the background while the old one serves. */
  readonly freshFor: number;
  /** After this the old one no longer serves though nothing newer could be had. */
  readonly usableFor: number;
  /** The least time between two attempts: after one that went well, and after one that failed. */
  readonly cooldown: number;
  readonly retryAfter: number;
}

/**
 * Something fetched from the provider and kept: the known one keeps working while the provider is away, and nobody who
 * asks often makes us ask the provider often.
 */
export class Refreshed<T> {
  private value: { readonly loaded: T; readonly at: number } | undefined;
  private pending: Promise<T> | undefined;
  private triedAt = -Infinity;
  private failure: unknown;

  constructor(
    private readonly what: string,
    private readonly load: () => Promise<T>,
    private readonly times: RefreshTimes,
    private readonly now: () => number,
    private readonly onFailure: (error: IdentityError) => void,
  ) {}

  /** @throws IdentityError `unavailable` when it was never had, or is too old to go by. */
  async get(): Promise<T> {
    const age = this.value === undefined ? Infinity : this.now() - this.value.at;
    if (this.value === undefined || age >= this.times.usableFor) return this.renew();
    if (age >= this.times.freshFor && !this.coolingDown()) this.renew().catch(this.onFailure);
    return this.value.loaded;
  }

  /** The newest that can be had now: loads unless that was tried a moment ago. @throws IdentityError `unavailable`. */
  renew(): Promise<T> {
    if (this.pending !== undefined) return this.pending;
    if (this.coolingDown()) {
      return this.value !== undefined && this.failure === undefined ? Promise.resolve(this.value.loaded) : Promise.reject(this.unavailable());
    }
    this.triedAt = this.now();
    this.pending = this.attempt().finally(() => (this.pending = undefined));
    return this.pending;
  }

  private async attempt(): Promise<T> {
    try {
      const loaded = await this.load();
      this.value = { loaded, at: this.now() };
      this.failure = undefined;
      return loaded;
    } catch (error) {
      this.failure = error;
      throw this.unavailable();
    }
  }

  private coolingDown(): boolean {
    return this.now() - this.triedAt < (this.failure === undefined ? this.times.cooldown : this.times.retryAfter);
  }

  private unavailable(): IdentityError {
    return new IdentityError('unavailable', `the provider's ${this.what} could not be fetched`, { cause: this.failure });
  }
}
