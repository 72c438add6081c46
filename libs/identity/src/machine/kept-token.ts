/** A token, and until when it is good; milliseconds since 1970. */
export interface IssuedToken {
  readonly token: string;
  readonly until: number;
}

/** A token is renewed when so much of its time is left at most: a request that waits on its way must still get in with it. */
const renewBefore = 30_000;
/** …but no more than this part of its life, for tokens that live shortly. */
const renewPart = 0.5;
/** With less than this left it opens nothing any more. */
const leastLeft = 5_000;
/** Between an attempt that failed and the next one. Whoever asks meanwhile is told the same. */
const pauseAfterFailure = 5_000;

/** One token, fetched once for all who wait for it, renewed before it expires, and kept as long as it is good while the provider is away. */
export class KeptToken {
  private kept: (IssuedToken & { readonly renewAt: number }) | null = null;
  private pending: Promise<string> | null = null;
  private failure: { readonly error: unknown; readonly at: number } | null = null;

  /** @param fetch may throw. @param now milliseconds since 1970. */
  constructor(
    private readonly fetch: () => Promise<IssuedToken>,
    private readonly now: () => number,
  ) {}

  /** @param refused a token that did not let its holder in: it is not given again. Throws what fetching threw, when nothing kept serves. */
  async get(refused?: string): Promise<string> {
    if (refused !== undefined && this.kept?.token === refused) this.kept = null;
    const { kept } = this;
    const now = this.now();
    if (kept !== null && now < kept.renewAt) return kept.token;
    try {
      return await this.renewed(now);
    } catch (error) {
      if (kept !== null && this.now() < kept.until - leastLeft) return kept.token;
      throw error;
    }
  }

  private renewed(now: number): Promise<string> {
    if (this.pending !== null) return this.pending;
    if (this.failure !== null && now < this.failure.at + pauseAfterFailure) return Promise.reject(this.failure.error);
    this.pending = this.attempt(now).finally(() => (this.pending = null));
    return this.pending;
  }

  private async attempt(from: number): Promise<string> {
    try {
      const issued = await this.fetch();
      this.failure = null;
      this.kept = { ...issued, renewAt: issued.until - Math.min(renewBefore, (issued.until - from) * renewPart) };
      return issued.token;
    } catch (error) {
      this.failure = { error, at: this.now() };
      throw error;
    }
  }
}
