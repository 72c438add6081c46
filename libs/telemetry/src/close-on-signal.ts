import type { Logger } from 'pino';

const patienceMs = 10_000;

/**
 * Ends the process in good order when it is asked to: `close` answers what is under way and lets go of the connections.
 * Whatever is not done within ten seconds is cut off; every write is one transaction, so nothing is left half done.
 */
export function closeOnSignal(close: () => Promise<void>, log: Logger): void {
  let asked = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (asked) return;
    asked = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in good order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
