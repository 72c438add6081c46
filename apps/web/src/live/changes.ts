/** What the stream says has changed: something was recorded, or a new day began in Oslo. It never says of whom. */
export type View = 'pathways' | 'day';
const views: readonly View[] = ['pathways', 'day'];

/** Reads one message of the stream; what it does not know is passed over, so that an old page lives with a new server. */
export function viewOf(data: string): View | null {
  try {
    const { view } = JSON.parse(data) as { view?: unknown };
    return views.find((known) => known === view) ?? null;
  } catch {
    return null;
  }
}

/** Calls at once, and then at most once for each pause: what comes meanwhile is one call at its end. */
export function atMostOnceA(pauseMs: number, call: () => void, later: (work: () => void, ms: number) => void = setTimeout): () => void {
  let resting = false;
  let again = false;
  const run = (): void => {
    resting = true;
    again = false;
    call();
    later(() => {
      resting = false;
      if (again) run();
    }, pauseMs);
  };
  return () => {
    if (resting) again = true;
    else run();
  };
}
