import { digestsIn } from '@forlop/activities';
import { addDays } from '@forlop/calendar';
import { MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { lastOfficeDay, openLedger, setOfficeClock, type Ledger, type PlannedDigest } from '@forlop/ledger';
import { temporalClient } from '@forlop/temporal';
import { syntheticReferral } from '../system/patients.js';
import type { BenchSystem } from '../system/system.js';

const actor = { kind: 'person', id: 'bench' } as const;
const atOnce = 4;
const key = 'SUPPLEMENT-PAMINN-FASTLEGE#1';

/** What is to fall due: each receiver has one patient's pathway, with so many askings about it. */
export interface Wanted {
  readonly receivers: number;
  readonly perReceiver: number;
}

/** The house's own ledger, on the bench's database, at eleven o'clock on a working day: nobody is mailed at night or on a Sunday, and a bench runs then too. */
export async function openBenchLedger({ databaseUrl, keys }: BenchSystem): Promise<Ledger> {
  await setOfficeClock(databaseUrl);
  return openLedger({ url: databaseUrl, rules: loadRules(), keys: MasterKeys.fromEnv({ ...keys }), searchKey: SearchKey.fromEnv({ ...keys }), poolSize: 6, digestMinutes: 0 });
}

/** Plans reminders through the ledger: referral, the fastlege's address, a supplement asked for, and each asking by its own day. */
export async function planReminders(ledger: Ledger, { receivers, perReceiver }: Wanted): Promise<PlannedDigest[]> {
  const digests: PlannedDigest[] = [];
  for (let n = 0; n < receivers; n += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, receivers - n) }, (_, i) => planFor(ledger, n + i, perReceiver));
    digests.push(...(await Promise.all(batch)));
  }
  return digests;
}

async function planFor(ledger: Ledger, n: number, askings: number): Promise<PlannedDigest> {
  const today = lastOfficeDay();
  const { pathwayId } = await ledger.intake(syntheticReferral(n, addDays(today, -3)), actor);
  await ledger.setContact(pathwayId, 'fastlege', { name: `Fastlege ${n}`, email: `fastlege-${n}@legekontor.example` }, actor);
  const asked = await ledger.command(pathwayId, { command: 'etterspor-supplement', occurredOn: today, data: { foresporselId: pathwayId } }, actor);
  if (asked.outcome !== 'done') throw new Error(`A supplement could not be asked for: ${JSON.stringify(asked)}`);
  const first = Number(today.replaceAll('-', ''));
  const digests: PlannedDigest[] = [];
  for (let i = 0; i < askings; i += 1) {
    const planned = await ledger.planReminder({ pathwayId, key, attempt: first + i, purpose: 'ask', wording: i === 0 ? 'remind' : 'remind-again' });
    if (!planned.go) throw new Error(`Not planned: ${JSON.stringify(planned)}`);
    digests.push(...planned.digests);
  }
  return digests[0]!;
}

/** Moves all that waits to one instant, and starts its digests for it, as the worker does when it plans. */
export async function letFallDue({ database, temporal }: BenchSystem, digests: readonly PlannedDigest[], at: Date): Promise<void> {
  // The ledger's clock is behind Temporal's, which is this machine's.
  await database.query(`update reminder set due_at = clock_timestamp() + ($1::timestamptz - pg_catalog.clock_timestamp()) where state = 'planned'`, [at]);
  const { client, close } = temporalClient(temporal);
  try {
    const port = digestsIn(client);
    for (let n = 0; n < digests.length; n += 20) await Promise.all(digests.slice(n, n + 20).map((digest) => port.start({ ...digest, at: at.toISOString() })));
  } finally {
    await close();
  }
}

/** Reminders by state. */
export async function states({ database }: BenchSystem): Promise<Readonly<Record<string, number>>> {
  const { rows } = await database.query<{ state: string; n: number }>('select state, count(*)::int as n from reminder group by 1');
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Reminders whose proof says that they may have been sent twice. */
export async function possiblyTwice({ database }: BenchSystem): Promise<number> {
  const { rows } = await database.query<{ n: number }>(`select count(distinct reminder_id)::int as n from reminder_entry where what = 'possibly-sent-twice'`);
  return rows[0]!.n;
}
