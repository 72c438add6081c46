import { demoTokenFrom } from '@forlop/identity';

/** Well before a token's ten minutes are over. */
const RENEW_MS = 4 * 60_000;

/** Access tokens of the log-in in a bench's API, renewed beside what is measured and never in it. */
export class DemoTokens {
  private readonly tokens = new Map<string, string>();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly stateFile: string,
    private readonly issuer: string,
    private readonly users: readonly string[],
    whenLost: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => void this.renew().catch(whenLost), RENEW_MS);
    this.timer.unref();
  }

  /** @param whenLost told when a token could not be renewed: what follows would measure refusals. */
  static async open(stateFile: string, port: number, users: readonly string[], whenLost: (error: unknown) => void): Promise<DemoTokens> {
    const tokens = new DemoTokens(stateFile, `http://localhost:${port}`, users, whenLost);
    await tokens.renew();
    return tokens;
  }

  /** The header `Authorization` of a demo user. */
  of(user: string): string {
    const token = this.tokens.get(user);
    if (token === undefined) throw new Error(`No token was asked for ${user}.`);
    return `Bearer ${token}`;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    for (const user of this.users) this.tokens.set(user, await demoTokenFrom(this.stateFile, this.issuer, user));
  }
}
