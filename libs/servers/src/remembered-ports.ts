import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { freePort } from './ports.js';
import type { Say } from './errors.js';

/** Ports by what they are for. */
export type Ports = Readonly<Record<string, number>>;

type Remembered = Readonly<Record<string, { readonly wanted: number; readonly port: number }>>;

/** The ports of the last start, from the file that remembers them; none when there is no such file. */
export function readPorts(file: string): Ports {
  return Object.fromEntries(Object.entries(read(file)).map(([purpose, { port }]) => [purpose, port]));
}

/**
 * Chooses a port for each purpose: the one used last time, unless another is wanted now, else the wanted one;
 * the next free one above when it is taken, which the user is told. Remembers the choice, so that addresses stay.
 */
export async function choosePorts(wanted: Ports, file: string, say: Say): Promise<Ports> {
  const last = read(file);
  const chosen: Record<string, { wanted: number; port: number }> = {};
  for (const [purpose, port] of Object.entries(wanted)) {
    const remembered = last[purpose];
    const first = remembered?.wanted === port ? remembered.port : port;
    const free = await freePort(first, new Set(Object.values(chosen).map((choice) => choice.port)));
    if (free !== first) say(`Port ${first} er opptatt: ${purpose} bruker ${free}.`);
    chosen[purpose] = { wanted: port, port: free };
  }
  writeFileSync(`${file}.draft`, JSON.stringify({ ...last, ...chosen }));
  renameSync(`${file}.draft`, file);
  return Object.fromEntries(Object.entries(chosen).map(([purpose, { port }]) => [purpose, port]));
}

function read(file: string): Remembered {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch (error) {
    // Only a convenience: with a damaged file the wanted ports apply again.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
