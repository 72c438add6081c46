/** A working day, in seconds; after that one logs in anew, whatever one did. */
export const SESSION_SECONDS = 8 * 60 * 60;

const MOST_ENDED = 100_000;

/** Which sessions were ended before their time; one for all processes of the API when there are several. */
export interface EndedSessions {
  /** Ends the sessions of a key that began until then. */
  end(key: string, at: Date): void | Promise<void>;
  /** Whether a session that began then was ended by any of its keys. */
  has(keys: readonly string[], began: Date): boolean | Promise<boolean>;
}

/** Sessions that were ended in this process: the latest hundred thousand. */
export function endedHere(): EndedSessions {
  const ended = new Map<string, number>();
  return {
    end: (key, at) => {
      ended.delete(key);
      ended.set(key, at.getTime());
      if (ended.size > MOST_ENDED) ended.delete(ended.keys().next().value!);
    },
    has: (keys, began) => keys.some((key) => (ended.get(key) ?? -Infinity) >= began.getTime()),
  };
}
