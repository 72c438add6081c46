import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { freePort, isFree } from './ports.js';
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
  const first = Object.entries(wanted).map(([purpose, port]) => [purpose, last[purpose]?.wanted === port ? last[purpose].port : port] as const);
  // Those that keep their place go first, so that one that moves pushes no other.
  const kept: Record<string, number> = {};
  for (const [purpose, port] of first) {
    if (!Object.values(kept).includes(port) && (await isFree(port))) kept[purpose] = port;
  }
  const chosen = { ...kept };
  for (const [purpose, port] of first) {
    if (purpose in kept) continue;
    chosen[purpose] = await freePort(port, new Set(Object.values(chosen)));
    say(`Port ${port} er opptatt: ${purpose} bruker ${chosen[purpose]}.`);
  }
  const remembered = Object.entries(chosen).map(([purpose, port]) => [purpose, { wanted: wanted[purpose], port }]);
  writeFileSync(`${file}.draft`, JSON.stringify({ ...last, ...Object.fromEntries(remembered) }));
  renameSync(`${file}.draft`, file);
  return chosen;
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
