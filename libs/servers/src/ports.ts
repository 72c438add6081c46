import { createServer } from 'node:net';
import { codeOf, ServerError } from './errors.js';

const highestPort = 65_535;

/** True when a server can listen on this port now, on the loopback address as well as on every address. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen({ port, host: '127.0.0.1' })) && (await canListen({ port }));
}

async function canListen(address: { port: number; host?: string }): Promise<boolean> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ ...address, exclusive: true }, resolve);
    });
    await new Promise((closed) => server.close(closed));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') return false;
    throw error;
  }
}

/**
 * The wanted port when it is free, otherwise the next free one above it.
 * @param taken ports that are promised to others and not yet listened on.
 * @throws ServerError when a hundred ports in a row are taken.
 */
export async function freePort(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port <= Math.min(wanted + 100, highestPort); port++) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new ServerError(`Fant ingen ledig port fra ${wanted} og oppover. Velg en annen port, eller stopp det som bruker dem.`);
}
