import { rename, writeFile } from 'node:fs/promises';
import { signatureChecker, SigningKeys } from '@forlop/crypto';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { counted } from '../layout.js';
import { installation, withLedger } from '../ledger-access.js';
import { linesIn } from './lines-in.js';

/** Writes the erasure list to a file, signed; whole or not at all. */
export async function runExportErasures(file: string, { json }: { readonly json?: true }, context: Context): Promise<void> {
  const signer = SigningKeys.fromEnv(installation(context.io.env).env);
  const lines = await withLedger(context.io, ({ ledger }) => ledger.exportErasures(signer));
  await replaceFile(file, lines.map((line) => `${line}\n`).join(''));
  // The last line is the list's end.
  const entries = lines.length - 1;
  if (json) return printJson(context, { file, entries });
  context.io.out(`${counted(entries, 'sletting', 'slettinger')} skrevet til ${file}.`);
}

async function replaceFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(`${file}.draft`, text, { mode: 0o640, flush: true });
    await rename(`${file}.draft`, file);
  } catch (error) {
    throw wrongUse('unwritable-file', `Filen ${file} kan ikke skrives: ${(error as Error).message}`);
  }
}

/** Erases anew everyone on the list, after a restore. */
export async function runReplayErasures(file: string, { json }: { readonly json?: true }, context: Context): Promise<void> {
  const checker = signatureChecker(installation(context.io.env).env);
  const lines: string[] = [];
  for await (const line of linesIn(file)) lines.push(line);
  const { report, on } = await withLedger(context.io, async ({ ledger }) => ({ report: await ledger.replayErasures(lines, checker), on: (await ledger.effects()).on }));
  if (json) return printJson(context, { ...report, effects: on });
  const { entries, erased, already, absent } = report;
  context.io.out([
    `Slettelisten er spilt av: ${counted(entries, 'sletting', 'slettinger')}. ${erased} er slettet nå, ${already} var slettet fra før, ${absent} finnes ikke i denne databasen.`,
    ...(on ? [] : ['Utsendinger er av. Slå dem på når databasen er kontrollert («npx forlop verify»).']),
  ].join('\n'));
}
