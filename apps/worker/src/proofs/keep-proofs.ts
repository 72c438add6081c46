import { addDays, osloDate } from '@forlop/calendar';
import type { Signer } from '@forlop/crypto';
import type { Ledger } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';
import type { ProofFolder } from './proof-folder.js';

export interface ProofOptions {
  readonly ledger: Pick<Ledger, 'makeDailyRoots' | 'rootLines' | 'erasureList' | 'exportErasures'>;
  readonly signer: Signer;
  readonly folder: Pick<ProofFolder, 'lastRoot' | 'addRoots' | 'putErasures'>;
  readonly log: Logger;
}

/** A root is made within this time after midnight, and someone who is erased is on the exported list within it. */
const everyMs = 5 * 60_000;

/**
 * Keeps the proofs outside the database: makes each day's root and adds it to the exported ones, and exports the erasure
 * list when someone has been erased. What could not be done is tried again.
 */
export class KeepProofs {
  private readonly repeated: Repeated;
  /** Entries of the list as last exported. */
  private listed: number | null = null;

  constructor(private readonly options: ProofOptions) {
    this.repeated = new Repeated({
      turn: () => this.once(),
      everyMs,
      onFailure: (error) => options.log.error({ error: errorFacts(error) }, 'the proofs could not be kept, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  stop(): Promise<void> {
    return this.repeated.stop();
  }

  /** Makes and exports what is missing. Throws when the database or the folder does not answer. */
  async once(): Promise<void> {
    const { ledger, signer, log } = this.options;
    const { made, lost } = await ledger.makeDailyRoots(signer);
    if (made.length > 0) log.info({ days: made }, 'daily roots made');
    if (lost.length > 0) log.error({ chains: lost.slice(0, 20), count: lost.length }, 'chains have lost entries since the last root: verify the ledger');
    await this.exportErasures();
    await this.exportRoots();
  }

  private async exportErasures(): Promise<void> {
    const { ledger, signer, folder } = this.options;
    const { length } = await ledger.erasureList();
    if (length === this.listed) return;
    const lines = await ledger.exportErasures(signer);
    await folder.putErasures(lines);
    // The last line is the list's end.
    this.listed = lines.length - 1;
  }

  /** What was exported is never written over. Where the ledger says otherwise it was restored, or tampered with, and a person must look. */
  private async exportRoots(): Promise<void> {
    const { ledger, folder, log } = this.options;
    const last = await folder.lastRoot();
    const lines = (await ledger.rootLines(last === null ? null : addDays(dayOf(last), -1))).map(({ line }) => line);
    if (last !== null && lines[0] !== last) {
      log.error({ day: dayOf(last) }, 'the ledger has another root than the one that was exported: it was restored or tampered with; nothing more is exported to this file');
      return;
    }
    const fresh = last === null ? lines : lines.slice(1);
    if (fresh.length > 0) await folder.addRoots(fresh);
  }
}

const dayOf = (line: string) => osloDate((JSON.parse(line) as { day: string }).day);
