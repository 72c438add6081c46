/** Lets one at a time go through what it was given; the next begins when the one before is through, has failed, or was left. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  async *taking<T>(begin: () => AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
    const before = this.last;
    let done!: () => void;
    this.last = new Promise((resolve) => (done = resolve));
    try {
      await before;
      yield* begin();
    } finally {
      done();
    }
  }
}
