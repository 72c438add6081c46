import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { atMostOnceA } from './changes.js';
import { openStream } from './stream.js';

/** A hand that has not moved for so long: the lists wait, so that the session can end as it should. */
const awayMs = 20 * 60_000;

const listeners = new Set<() => void>();
let close: (() => void) | null = null;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  close ??= openStream(() => listeners.forEach((tell) => tell()));
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    close?.();
    close = null;
  };
}

let touched = 0;
if (typeof document !== 'undefined') {
  for (const input of ['pointerdown', 'keydown', 'visibilitychange']) document.addEventListener(input, () => (touched = performance.now()), { passive: true });
}
const isAway = (): boolean => document.hidden || performance.now() - touched > awayMs;

/**
 * Keeps what is shown true: reads it anew, with one's own rights, when the server says that something changed and at midnight in Oslo. At most once
 * a second; a tab that nobody looks at waits until somebody does.
 * @param key of the queries that the screen shows; must be the same value from render to render.
 */
export function useLive(key: QueryKey): void {
  const queries = useQueryClient();
  useEffect(() => {
    let isOld = false;
    const refresh = atMostOnceA(1_000, () => void queries.invalidateQueries({ queryKey: key }));
    const changed = (): void => {
      if (isAway()) isOld = true;
      else refresh();
    };
    const back = (): void => {
      if (!isOld || document.hidden) return;
      isOld = false;
      refresh();
    };
    const stop = listen(changed);
    for (const input of ['visibilitychange', 'pointerdown', 'keydown']) document.addEventListener(input, back);
    return () => {
      stop();
      for (const input of ['visibilitychange', 'pointerdown', 'keydown']) document.removeEventListener(input, back);
    };
  }, [queries, key]);
}
