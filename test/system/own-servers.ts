import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@forlop/ledger';
import { forlopSearchAttributes, startPostgres, startTemporalDev } from '@forlop/servers';
import { until } from './until.js';

/** A server of a test's own, which goes away and comes back at the address that the apps were given. */
export interface OwnServer<Address> {
  readonly address: Address;
  /** Stops it, and waits until it is gone. */
  goAway(): Promise<void>;
  /** Starts it where it was, with what it had. */
  comeBack(): Promise<void>;
  /** Ends it, and deletes what it had. */
  end(): Promise<void>;
}

/** A Temporal that keeps its state in a file. */
export interface OwnTemporal extends OwnServer<{ readonly address: string; readonly namespace: string }> {
  /** Deletes all that it knows; only while it is away. */
  loseState(): void;
}

/** Starts a Temporal that can go away. */
export async function ownTemporalServer(): Promise<OwnTemporal> {
  const dir = mkdtempSync(join(tmpdir(), 'forlop-temporal-away-'));
  const dbFile = join(dir, 'temporal.db');
  const start = (port: number) => startTemporalDev({ dbFile, port, uiPort: false, externalAddress: undefined, searchAttributes: forlopSearchAttributes });
  let running = await start(quietPort());
  const { address, namespace } = running;
  return {
    address: { address, namespace },
    goAway: () => running.stop(),
    comeBack: async () => {
      running = await backAt(address, (server) => server.address, () => {
        // The server remembers to which port it once had to move; we want the one that the apps know.
        rmSync(`${dbFile}.ports.json`, { force: true });
        return start(portOf(address));
      });
    },
    loseState: () => {
      for (const suffix of ['', '-shm', '-wal']) rmSync(`${dbFile}${suffix}`, { force: true });
    },
    end: async () => {
      await running.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Starts a migrated PostgreSQL that can go away; its address is a connection string. */
export async function ownPostgresServer(): Promise<OwnServer<string>> {
  const dir = mkdtempSync(join(tmpdir(), 'forlop-postgres-away-'));
  // The server's own user must get in when we are root.
  chmodSync(dir, 0o755);
  const start = (port: number) => startPostgres({ dataDir: join(dir, 'data'), port, externalUrl: undefined });
  let running = await start(quietPort());
  const address = running.url;
  await migrate(address);
  return {
    address,
    goAway: () => running.stop(),
    comeBack: async () => {
      running = await backAt(address, ({ url }) => url, () => start(Number(new URL(address).port)));
    },
    end: async () => {
      await running.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * A port below those that the system hands out to whoever connects: while a server is away, a client that tries to reach it
 * could otherwise be given the very port that it knocks at. By chance, so that two runs on a machine seldom meet.
 */
const quietPort = () => randomInt(15_000, 30_000);

const portOf = (address: string): number => Number(address.split(':').at(-1));

/** A server whose port is taken moves to the next one, where nobody would find it: it is tried until it is where it was. */
function backAt<Server extends { stop(): Promise<void> }>(address: string, addressOf: (server: Server) => string, start: () => Promise<Server>): Promise<Server> {
  return until(`the server is back at its own port`, async () => {
    const server = await start();
    if (addressOf(server) === address) return server;
    await server.stop();
    return false;
  });
}
