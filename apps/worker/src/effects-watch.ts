import type { RunningObligationsPort } from '@forlop/activities';
import type { Ledger } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface EffectsWatchOptions {
  readonly ledger: Pick<Ledger, 'effects' | 'heldObligations'>;
  readonly obligations: Pick<RunningObligationsPort, 'replan'>;
  readonly log: Logger;
  /** Milliseconds between two looks at the switch. */
  readonly everyMs?: number;
}

const standardEveryMs = 15_000;
const page = 200;
/** The ledger holds nothing back for longer than an hour because effects are off: after that everyone has asked by himself. */
const longestHoldMs = 60 * 60_000;

/**
 * Looks whether effects have been switched on, and then tells the obligations that were held back to ask again. Without
 * it they would do so by themselves, within the hour that the ledger gave them: what is not told here is only later. A signal for
 * each held obligation at the switch costs less than asking every minute for as long as it is off.
 */
export class EffectsWatch {
  private readonly repeated: Repeated;
  /** When the switch was set that we have told of. */
  private toldOf: string | null = null;

  constructor(private readonly options: EffectsWatchOptions) {
    const { log, everyMs = standardEveryMs } = options;
    this.repeated = new Repeated({
      turn: () => this.turn(),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'what is held back could not be told that effects are on, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  stop(): Promise<void> {
    return this.repeated.stop();
  }

  /** One look. @returns how many obligations were told. Throws when the database or Temporal does not answer. */
  async once(): Promise<number> {
    const { on, at } = await this.options.ledger.effects();
    if (!on || at === this.toldOf) return 0;
    // A worker that starts long after the switch has nobody to tell.
    const told = Date.now() - Date.parse(at) > longestHoldMs ? 0 : await this.tellHeld();
    this.toldOf = at;
    return told;
  }

  private async turn(): Promise<void> {
    const told = await this.once();
    if (told > 0) this.options.log.info({ obligations: told }, 'effects are on: what was held back was told to go on');
  }

  private async tellHeld(): Promise<number> {
    const { ledger, obligations } = this.options;
    let told = 0;
    for (let after: string | undefined; !this.repeated.isStopping; ) {
      const held = await ledger.heldObligations({ limit: page, ...(after !== undefined && { after }) });
      // One that has no workflow (any more) is the sweep's affair.
      for (const obligation of held.flatMap((pathway) => pathway.obligations)) told += Number(await obligations.replan(obligation));
      after = held.at(-1)?.pathwayId;
      if (held.length < page) break;
    }
    return told;
  }
}
