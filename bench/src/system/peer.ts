import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that something of ours is compared with. */
export interface Peer {
  stop(): Promise<void>;
}

/**
 * Starts a module of the benches as a process of its own and waits until it says that it is ready.
 * @param module its file URL. It calls {@link peerReady} when it takes work.
 */
export async function startPeer(module: URL, env: NodeJS.ProcessEnv): Promise<Peer> {
  const child = fork(fileURLToPath(module), { env: { ...process.env, ...env } });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((ready, failed) => {
    child.once('message', () => ready());
    child.once('exit', (code) => failed(new Error(`${module.pathname} ended before it was ready (code ${code}).`)));
  });
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** In the peer: ready for work. It ends with the bench that started it, however that ends. */
export function peerReady(): void {
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  process.send?.('ready');
}
