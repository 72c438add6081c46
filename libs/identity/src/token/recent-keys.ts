/** What came of remembering a key: it was new, it was there already, or there is no room for more. */
export type Remembered = 'new' | 'seen' | 'full';

/**
 * Remembers keys for at least a window of time in bounded memory, by two generations: when the younger one is as old as
 * the window, it becomes the elder and what was the elder is forgotten.
 */
export class RecentKeys {
  private younger = new Set<string>();
  private elder = new Set<string>();
  private since: number;

  constructor(
    /** Milliseconds that a key is remembered at least; at most it is twice as long. */
    private readonly window: number,
    /** Keys held at once. */
    private readonly limit: number,
    private readonly now: () => number = Date.now,
  ) {
    this.since = now();
  }

  remember(key: string): Remembered {
    this.turn();
    if (this.younger.has(key) || this.elder.has(key)) return 'seen';
    if (this.younger.size + this.elder.size >= this.limit) return 'full';
    this.younger.add(key);
    return 'new';
  }

  has(key: string): boolean {
    this.turn();
    return this.younger.has(key) || this.elder.has(key);
  }

  private turn(): void {
    const age = this.now() - this.since;
    if (age < this.window) return;
    this.elder = age < 2 * this.window ? this.younger : new Set();
    this.younger = new Set();
    this.since = this.now();
  }
}
