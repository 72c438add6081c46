import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { freePort } from './ports.js';
import type { Say } from './errors.js';

/** Ports by what they are for. */
export type Ports = Readonly<Record<string, number>>;

/** The ports of the last start, from the file that remembers them; none when there is no such file. */
export function readPorts(file: string): Ports {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ports;
  } catch (error) {
    // Only a convenience: with a damaged file the wanted ports apply again.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/**
 * Chooses a port for each purpose: the last one used, else the wanted one, else the next free one above, which
 * the user is told. Remembers the choice.
 * @param file where the choice is remembered; nowhere when absent.
 */
export async function choosePorts(wanted: Ports, file: string | undefined, say: Say): Promise<Ports> {
  const last = file === undefined ? {} : readPorts(file);
  const chosen: Record<string, number> = {};
  for (const [purpose, port] of Object.entries(wanted)) {
    const first = last[purpose] ?? port;
    const free = await freePort(first, new Set(Object.values(chosen)));
    if (free !== first) say(`Port ${first} er opptatt: ${purpose} bruker ${free}.`);
    chosen[purpose] = free;
  }
  if (file !== undefined) {
    writeFileSync(`${file}.draft`, JSON.stringify({ ...last, ...chosen }));
    renameSync(`${file}.draft`, file);
  }
  return chosen;
}
