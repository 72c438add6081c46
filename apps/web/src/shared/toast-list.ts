/** A short message of what was done. It stays until it is closed: nobody should have to be quick (WCAG 2.2.1). */
export interface Toast {
  readonly id: number;
  readonly sentence: string;
  /** Does the opposite, where that is possible. */
  readonly undo?: () => void;
}

/** More would cover the page. */
const mostShown = 3;

export class ToastList {
  private shown: readonly Toast[] = [];
  private next = 1;
  private readonly listeners = new Set<() => void>();

  /** Says what was done; beyond three the oldest gives way. */
  add(sentence: string, undo?: () => void): void {
    const toast = { id: this.next, sentence, ...(undo !== undefined && { undo }) };
    this.next += 1;
    this.set([...this.shown, toast].slice(-mostShown));
  }

  remove(id: number): void {
    this.set(this.shown.filter((toast) => toast.id !== id));
  }

  readonly list = (): readonly Toast[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(shown: readonly Toast[]): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new ToastList();
