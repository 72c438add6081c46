/** The signals by which people, terminals and service managers ask us to end. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C arrives twice when npm runs us: from the terminal, and passed on by npm. */
const sameRequestMs = 1_000;

/** What to do when we are asked to end. */
export interface StopHandlers {
  /** The first time. */
  readonly onStop: () => void;
  /** Again, by someone who will not wait. */
  readonly onStopNow: () => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly now?: () => number;
}

/** Listens for requests to end. @returns a function that stops listening. */
export function onStopSignals({ onStop, onStopNow, now = () => performance.now() }: StopHandlers): () => void {
  let first: number | undefined;
  const listener = () => {
    if (first === undefined) {
      first = now();
      onStop();
    } else if (now() - first > sameRequestMs) {
      onStopNow();
    }
  };
  for (const name of stopSignals) process.on(name, listener);
  return () => {
    for (const name of stopSignals) process.off(name, listener);
  };
}
