import { LedgerError, systemActor, type Ledger } from '@forlop/ledger';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { wrongUse } from '../failure.js';
import { counted } from '../layout.js';
import { keptRun, type CameTo } from '../history-runs/kept-run.js';
import { withLedger } from '../ledger-access.js';

/** Options of `forlop go-live`. */
export interface GoLiveOptions {
  readonly reason: string;
  readonly json?: true;
}

/** How it went with one pathway. */
interface WentLive {
  readonly pathwayId: string;
  readonly outcome: 'live' | 'already-live' | 'ended' | 'refused';
  readonly sentence: string;
  /** Who has it, where that is known. */
  readonly organisationId?: string;
}

/** Sets pathways going, one transaction each; what is wrong with one stops no other. */
export async function runGoLive(given: readonly string[], { reason, json }: GoLiveOptions, context: Context): Promise<void> {
  if (reason.trim() === '') throw wrongUse('reason-required', 'Skriv hvorfor forløpene settes i gang.');
  const ids = await idsIn(given, context);
  const counts = { live: 0, 'already-live': 0, ended: 0, refused: 0 };
  const organisationIds = new Set<string>();
  await withLedger(context.io, async ({ ledger }) => {
    const soFar = (): CameTo => ({ counts: { asked: ids.length, ...counts }, organisationIds: [...organisationIds] });
    await keptRun(ledger, { kind: 'go-live', extract: null }, context.io, soFar, async () => {
      for (const id of ids) {
        const { organisationId, ...went } = await goLive(ledger, id, reason);
        counts[went.outcome] += 1;
        if (went.outcome === 'live') organisationIds.add(organisationId!);
        if (went.outcome === 'refused' || went.outcome === 'ended') context.exitCode = exitCodes.found;
        context.io.out(json ? JSON.stringify(went) : `${went.pathwayId}: ${went.sentence}`);
      }
    });
  });
  if (!json) context.io.out(`\n${counted(counts.live, 'forløp', 'forløp')} satt i gang.`);
}

async function idsIn(given: readonly string[], { io }: Context): Promise<string[]> {
  if (!given.includes('-')) return [...given];
  let text = '';
  for await (const piece of io.input()) text += piece;
  return [...given.filter((id) => id !== '-'), ...text.split(/\s+/).filter((id) => id !== '')];
}

async function goLive(ledger: Ledger, pathwayId: string, reason: string): Promise<WentLive> {
  try {
    const { mode, active, organisation } = await ledger.patientView(pathwayId);
    if (mode === 'live') return { pathwayId, outcome: 'already-live', sentence: 'følges alt' };
    if (!active) return { pathwayId, outcome: 'ended', sentence: 'IKKE SATT I GANG: forløpet er avsluttet' };
    await ledger.setMode(pathwayId, 'live', reason, systemActor('go-live'));
    return { pathwayId, outcome: 'live', sentence: 'følges fra i dag', organisationId: organisation.id };
  } catch (error) {
    if (!(error instanceof LedgerError) || error.retryable || error.code === 'setup') throw error;
    return { pathwayId, outcome: 'refused', sentence: `IKKE SATT I GANG: ${error.message}` };
  }
}
