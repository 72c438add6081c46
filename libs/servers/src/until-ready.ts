import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf, ServerError } from './errors.js';
import { describeExit, type Exit } from './kept-process.js';

/** A server that is starting. */
export interface Starting {
  /** The server's name, for the error. */
  readonly name: string;
  /** How its run ends, if it does. */
  readonly exit: Promise<Exit>;
  /** Fulfilled when it answers, rejected with the reason when it does not yet; a ServerError is final. */
  readonly attempt: () => Promise<void>;
  /** The end of its log, for the error. */
  readonly log: () => string;
}

const readyWithinMs = 60_000;
const betweenAttemptsMs = 50;

/** Waits until a server answers. @throws ServerError with its log when it ends first, or takes more than a minute. */
export async function untilReady({ name, exit, attempt, log }: Starting): Promise<void> {
  let ended: Exit | undefined;
  void exit.then((value) => (ended = value));
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (error instanceof ServerError) throw error;
      if (ended) throw new ServerError(`${name} startet ikke (${describeExit(ended)}). Siste linjer i loggen:\n${log()}`, { cause: ended.error });
      if (Date.now() > deadline) {
        throw new ServerError(`${name} svarte ikke innen ${readyWithinMs / 1000} sekunder (${reasonOf(error)}). Siste linjer i loggen:\n${log()}`, { cause: error });
      }
    }
    await pause(betweenAttemptsMs);
  }
}
