import type { Response } from 'express';
import type { Listener, View } from './live-hub.js';

/** How long it is silent after each message. */
export const PAUSE_MS = 1_000;

/** An answer that goes on, as server-sent events: each view at once, and then at most one message a second. */
export class EventStream implements Listener {
  private readonly waiting = new Set<View>();
  private resting: NodeJS.Timeout | null = null;

  constructor(private readonly response: Response) {
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write(': forløp\n\n');
    response.on('close', () => {
      if (this.resting !== null) clearTimeout(this.resting);
    });
  }

  tell(view: View): void {
    this.waiting.add(view);
    if (this.resting === null) this.sendNext();
  }

  /** Keeps proxies from taking the silence for an end. */
  beat(): void {
    this.response.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private sendNext(): void {
    const [view] = this.waiting;
    this.resting = null;
    if (view === undefined) return;
    this.waiting.delete(view);
    this.response.write(`data: ${JSON.stringify({ view })}\n\n`);
    this.resting = setTimeout(() => this.sendNext(), PAUSE_MS);
  }
}
