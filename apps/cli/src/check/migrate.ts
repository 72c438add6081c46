import { setTimeout as pause } from 'node:timers/promises';
import { LedgerError, migrate, type MigrationReport } from '@forlop/ledger';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { installation } from '../ledger-access.js';

const pauseMs = 500;

/** Brings the database up to date, waiting for it to answer. */
export async function runMigrate({ wait, json }: { readonly wait: string; readonly json?: true }, context: Context): Promise<void> {
  const { url } = installation(context.io.env);
  const { ran } = await migrateWithin(secondsFrom(wait), url, context);
  if (json) printJson(context, { ran });
  else context.io.out(ran.length === 0 ? 'Databasen er alt oppdatert.' : `Databasen er oppdatert: ${ran.join(', ')}.`);
}

function secondsFrom(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw wrongUse('bad-wait', `--wait skal være et antall sekunder, ikke «${text}».`);
}

async function migrateWithin(seconds: number, url: string, { io }: Context): Promise<MigrationReport> {
  const until = performance.now() + seconds * 1000;
  for (let told = false; ; told = true) {
    try {
      return await migrate(url);
    } catch (error) {
      if (!(error instanceof LedgerError) || !error.retryable || performance.now() + pauseMs > until) throw error;
      if (!told) io.note('Venter på databasen …');
      await pause(pauseMs);
    }
  }
}
