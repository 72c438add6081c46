import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { userInfo } from 'node:os';
import { pipeline } from 'node:stream/promises';
import type { BegunHistoryRun, EndedHistoryRun, Ledger } from '@forlop/ledger';
import type { Io } from '../io.js';

/** What a run has come to. */
export type CameTo = Pick<EndedHistoryRun, 'counts' | 'organisationIds'>;

/** Runs something that the ledger keeps who did, and how it ended: also where it broke off, with what had been done by then. */
export async function keptRun(ledger: Ledger, begun: Omit<BegunHistoryRun, 'operator'>, io: Io, soFar: () => CameTo, run: () => Promise<void>): Promise<void> {
  const id = await ledger.beginHistoryRun({ ...begun, operator: operatorIn(io.env) });
  try {
    await run();
  } catch (error) {
    await ledger.endHistoryRun(id, { outcome: 'broken-off', problem: codeOf(error), ...soFar() }).catch(() => io.note('At kjøringen ble avbrutt, kunne ikke skrives i journalen. Der står den som ikke avsluttet.'));
    throw error;
  }
  await ledger.endHistoryRun(id, { outcome: 'finished', problem: null, ...soFar() });
}

/** The account on this machine; behind `sudo` also who used it. */
function operatorIn({ SUDO_USER: behind }: NodeJS.ProcessEnv): string {
  const account = accountName();
  return behind === undefined || behind === account ? account : `${account} (sudo: ${behind})`;
}

/** A container may run as a number that no account has. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return `uid ${process.getuid?.() ?? ''}`.trim();
    throw error;
  }
}

function codeOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? 'error');
}

/** Of a text, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a file of any size, hex. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
