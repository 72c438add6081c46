import { setTimeout as pause } from 'node:timers/promises';
import { LedgerError, migrate, type MigrationReport } from '@forlop/ledger';
import { counted } from '../layout.js';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { told } from '../failure.js';
import { installation, withLedger } from '../ledger-access.js';
import { progress } from './verify.js';

const pauseMs = 500;

/** Brings the database up to date, waiting for it to answer, and writes the lists anew where an earlier version wrote them. */
export async function runMigrate({ wait, rebuild, json }: { readonly wait: string; readonly rebuild: boolean; readonly json?: true }, context: Context): Promise<void> {
  const { url } = installation(context.io.env);
  const { ran, readTables } = await migrateWithin(secondsFrom(wait), url, context);
  if (!json) context.io.out(ran.length === 0 ? 'Databasen er alt oppdatert.' : `Databasen er oppdatert: ${ran.join(', ')}.`);
  const rebuilt = readTables.behind && rebuild && (await rebuildLists(readTables.pathways, context));
  if (readTables.behind && !rebuilt) context.io.note('Listene er skrevet av en eldre utgave av Forløp og kan mangle noe, for eksempel hvem som eier hva. Kjør «npx forlop rebuild» med databasebrukeren og nøklene til appene.');
  if (json) printJson(context, { ran, readTables: readTables.behind && !rebuilt ? 'behind' : 'current' });
}

/** @returns false where whoever migrates may not, or lacks the keys: the tables are up to date all the same, and somebody else must do it. */
async function rebuildLists(pathways: number, context: Context): Promise<boolean> {
  context.io.note(`Listene er skrevet av en eldre utgave. Lager dem på nytt for ${counted(pathways, 'forløp', 'forløp')} …`);
  try {
    await withLedger(context.io, ({ ledger }) => ledger.rebuild(undefined, progress(context.io)));
    context.io.note('Listene er laget på nytt.');
    return true;
  } catch (error) {
    context.io.note(`Det gikk ikke: ${told(error).message}`);
    return false;
  }
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
