import type { Ledger, LivePathway } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';
import type { WorkerMetrics } from '../metrics.js';
import type { PathwayTeller } from '../tell-pathway.js';
import type { RunningWorkflows } from './running-workflows.js';

export interface SweepOptions {
  readonly ledger: Pick<Ledger, 'livePathways' | 'clean'>;
  readonly teller: PathwayTeller;
  readonly running: () => Promise<RunningWorkflows>;
  readonly minutes: number;
  readonly keepDays: number;
  readonly parallel: number;
  readonly log: Logger;
  readonly metrics: Pick<WorkerMetrics, 'swept'>;
}

/** What one sweep found and mended. */
export interface SweepReport {
  readonly pathways: number;
  /** Had no workflow. */
  readonly missing: number;
  /** Had not heard all, or had slept past its next moment. */
  readonly behind: number;
  /** Obligations that should run and did not, or the other way about. */
  readonly obligations: number;
}

/** How a pathway's workflow differs from what the ledger says. */
export type Fault = 'missing' | 'behind' | 'obligations';

const page = 1_000;
/** A workflow may be this late before it counts as behind: the spread after midnight, and a busy worker. */
const patienceMs = 10 * 60_000;

/**
 * Compares the ledger's live pathways with what runs in Temporal, and mends: at the start and every few minutes. If
 * Temporal's state is lost altogether, this rebuilds every workflow. Historical and paused pathways are not looked at.
 */
export class Sweep {
  private readonly repeated: Repeated;

  constructor(private readonly options: SweepOptions) {
    const { minutes, log } = options;
    this.repeated = new Repeated({
      turn: () => this.turn(),
      everyMs: minutes * 60_000,
      afterFailureMs: 15_000,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'the sweep could not finish, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  stop(): Promise<void> {
    return this.repeated.stop();
  }

  private async turn(): Promise<void> {
    const { log, ledger, keepDays } = this.options;
    const report = await this.once();
    log.info({ ...report }, 'swept');
    await ledger.clean(keepDays);
  }

  /** One sweep over all live pathways. Throws when the database or Temporal does not answer. */
  async once(): Promise<SweepReport> {
    const { ledger, metrics } = this.options;
    const running = await this.options.running();
    const report = { pathways: 0, missing: 0, behind: 0, obligations: 0 };
    for (let after: string | undefined; ; ) {
      const pathways = await ledger.livePathways({ limit: page, ...(after === undefined ? {} : { after }) });
      report.pathways += pathways.length;
      for (const fault of await this.mendAll(pathways, running)) report[fault] += 1;
      after = pathways.at(-1)?.pathwayId;
      if (pathways.length < page || this.repeated.isStopping) break;
    }
    for (const fault of ['missing', 'behind', 'obligations'] as const) metrics.swept.inc({ fault }, report[fault]);
    return report;
  }

  private async mendAll(pathways: readonly LivePathway[], running: RunningWorkflows): Promise<Fault[]> {
    const faults: Fault[] = [];
    const queue = pathways.flatMap((pathway) => {
      const fault = faultOf(pathway, running, Date.now());
      return fault === null ? [] : [{ pathway, fault }];
    });
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await this.mend(next.pathway, next.fault, running);
        faults.push(next.fault);
      }
    };
    await Promise.all(Array.from({ length: this.options.parallel }, worker));
    return faults;
  }

  private async mend({ pathwayId, position }: LivePathway, fault: Fault, running: RunningWorkflows): Promise<void> {
    const { teller } = this.options;
    if (fault === 'behind') await teller.changed(pathwayId, { position });
    else await teller.recheck(pathwayId, { running: running.obligations.get(pathwayId) ?? [] });
  }
}

/** What is wrong with one pathway's workflows; null when nothing is. */
export function faultOf(pathway: LivePathway, running: RunningWorkflows, nowMs: number): Fault | null {
  const here = running.obligations.get(pathway.pathwayId) ?? [];
  const unheard = pathway.advancedPosition < pathway.position;
  if (!running.pathways.has(pathway.pathwayId)) {
    const due = pathway.obligations.length > 0 || pathway.dormant.length > 0 || here.length > 0;
    return unheard || due || (!pathway.finished && pathway.nextWakeAt !== null) ? 'missing' : null;
  }
  const late = pathway.nextWakeAt !== null && Date.parse(pathway.nextWakeAt) + patienceMs < nowMs;
  if (unheard || late) return 'behind';
  const soon = pathway.nextWakeAt !== null && Date.parse(pathway.nextWakeAt) < nowMs;
  return !soon && differ(pathway, here) ? 'obligations' : null;
}

function differ({ obligations, dormant }: LivePathway, running: readonly string[]): boolean {
  const there = new Set(running);
  const open = new Set([...obligations, ...dormant]);
  return obligations.some((id) => !there.has(id)) || running.some((id) => !open.has(id));
}
