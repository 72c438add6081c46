import { join } from 'node:path';
import { demoTokenFrom } from '@forlop/identity';

/** A token is good for ten minutes; one that is older than this is asked for anew. */
const RENEW_MS = 5 * 60_000;

/** Access tokens of the log-in that is embedded in one API process, as people and systems get them. */
export class DemoTokens {
  private readonly known = new Map<string, { readonly token: Promise<string>; readonly at: number }>();

  private constructor(
    private readonly stateFile: string,
    private readonly port: number,
  ) {}

  /** @param dir where the log-in's keys are kept. */
  static in(dir: string, port: number): DemoTokens {
    return new DemoTokens(join(dir, 'login.json'), port);
  }

  /** What tells the API where its log-in listens and keeps its keys. */
  get env(): { PORT_LOGIN: string; FORLOP_LOGIN_FILE: string } {
    return { PORT_LOGIN: String(this.port), FORLOP_LOGIN_FILE: this.stateFile };
  }

  /** @param whom a demo user's key, or `system`. */
  of(whom: string): Promise<string> {
    const known = this.known.get(whom);
    if (known !== undefined && Date.now() - known.at < RENEW_MS) return known.token;
    const token = demoTokenFrom(this.stateFile, `http://localhost:${this.port}`, whom);
    this.known.set(whom, { token, at: Date.now() });
    token.catch(() => this.known.delete(whom));
    return token;
  }
}
