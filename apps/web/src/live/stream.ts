import { viewOf, type View } from './changes.js';

const channelName = 'forlop-live';
const lockName = 'forlop-live';
const reopenMs = 5_000;

/**
 * One stream for the whole browser: the tab that holds the lock reads it and tells the others. When that tab is closed the
 * lock passes on by itself.
 * @param onChange called in every tab.
 * @returns what ends this tab's part.
 */
export function openStream(onChange: (view: View) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<View>) => onChange(data);
  const end = new AbortController();
  const tell = (view: View): void => {
    onChange(view);
    channel.postMessage(view);
  };
  void navigator.locks.request(lockName, { signal: end.signal }, () => lead(tell, end.signal)).catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  return () => {
    end.abort();
    channel.close();
  };
}

/** Reads the stream until this tab ends. The browser connects again by itself unless it was refused: then a session is missing, and we try later. */
function lead(tell: (view: View) => void, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      source = new EventSource('/live');
      // What changed while nobody listened is not told.
      source.onopen = () => tell('pathways');
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const view = viewOf(data);
        if (view !== null) tell(view);
      };
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
      };
    };
    open();
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
  });
}
