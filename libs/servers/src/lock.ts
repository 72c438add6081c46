import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './errors.js';
import { identify, isRunning, readPidFile, type ProcessIdentity } from './processes.js';

/** A lock that we hold; it ends with `release`, or with our process. */
export interface Lock {
  release(): void;
}

/** What became of an attempt: ours, or held by a living process. */
export type LockAttempt = { readonly lock: Lock } | { readonly heldBy: ProcessIdentity };

/**
 * Takes a lock file that names its holder. One whose holder has died is taken over, so a crash or a
 * `kill -9` never locks anybody out.
 */
export function tryLock(file: string): LockAttempt {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    if (createOnce(file)) return { lock: { release: () => rmSync(file, { force: true }) } };
    const holder = readPidFile(file);
    if (holder && isRunning(holder)) return { heldBy: holder };
    removeStale(file);
  }
}

/** Takes the lock, waiting for as long as a living process holds it; `onWait` is told once. */
export async function acquireLock(file: string, onWait?: (holder: ProcessIdentity) => void): Promise<Lock> {
  let told = false;
  for (;;) {
    const attempt = tryLock(file);
    if ('lock' in attempt) return attempt.lock;
    if (!told) onWait?.(attempt.heldBy);
    told = true;
    await pause(100);
  }
}

/** A hard link appears with its content or not at all: no one can read a lock that is half written. */
function createOnce(file: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** Two may find the same dead holder; the rename lets one of them remove it, and a living lock is put back. */
function removeStale(file: string): void {
  const grave = `${file}.${randomUUID()}`;
  try {
    renameSync(file, grave);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const holder = readPidFile(grave);
  if (holder && isRunning(holder)) writeFileSync(file, readFileSync(grave), { flag: 'wx', mode: 0o600 });
  rmSync(grave);
}
