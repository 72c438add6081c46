import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
const { History } = temporal.api.history.v1;

const folder = fileURLToPath(new URL('../histories/', import.meta.url));

/** Names of the recorded histories, or of the tampered ones, without `.json`. */
export function historyNames(which: 'recorded' | 'tampered' = 'recorded'): string[] {
  return readdirSync(join(folder, which))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The message's own JSON form, not the SDK's `historyFromJSON`: that fails where npm installs protobufjs twice. */
export function readHistory(name: string, which: 'recorded' | 'tampered' = 'recorded'): History {
  return History.fromObject(JSON.parse(readFileSync(join(folder, which, `${name}.json`), 'utf8')) as object);
}

export function writeHistory(name: string, history: History, which: 'recorded' | 'tampered' = 'recorded'): void {
  writeFileSync(join(folder, which, `${name}.json`), `${JSON.stringify(History.fromObject(history), null, 1)}\n`);
}
