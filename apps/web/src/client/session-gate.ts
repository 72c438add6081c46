/**
 * Holds requests that came too late for the session until somebody has logged in again, so that what is typed and being saved
 * goes on where it was. One gate for the application.
 */
export class SessionGate {
  private waiting: { promise: Promise<void>; open: () => void } | null = null;
  private readonly listeners = new Set<() => void>();

  get isClosed(): boolean {
    return this.waiting !== null;
  }

  /** The session has ended: resolves when there is one again. */
  close(): Promise<void> {
    if (this.waiting === null) {
      let open = (): void => undefined;
      const promise = new Promise<void>((resolve) => (open = resolve));
      this.waiting = { promise, open };
      this.tell();
    }
    return this.waiting.promise;
  }

  /** There is a session again, of the same person. */
  open(): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.open();
    this.tell();
  }

  /** @returns what ends the listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const sessionGate = new SessionGate();
