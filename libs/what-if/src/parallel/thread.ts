import { Worker } from 'node:worker_threads';

/** A thread that ended before its work did. What it had counted is not in any number. */
export class ThreadError extends Error {
  readonly code = 'thread-ended';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ThreadError';
  }
}

/** What goes to a thread, and what comes back. */
export interface Work<T> {
  readonly n: number;
  readonly item: T;
}
export type Done<R> = { readonly n: number; readonly result: R } | { readonly n: number; readonly fault: string };

interface Waiting<R> {
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Memory that one thread may take: a batch, its result, and both sets of rules fit many times over. */
const mostMegabytes = 512;

/** One thread that does its items in the order given. */
export class Thread<T, R> {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting<R>>();
  private ended: unknown = null;
  private given = 0;

  constructor(entry: URL, setup: unknown) {
    // However this process was started: some of its flags no thread takes.
    this.worker = new Worker(entry, { workerData: setup, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
    this.worker.on('message', (done: Done<R>) => this.settle(done));
    this.worker.on('error', (error: Error) => this.fail(new ThreadError(`En tråd som regnet, stanset: ${error.message}`, { cause: error })));
    this.worker.on('messageerror', (error) => this.fail(new ThreadError('Et svar fra en tråd som regnet, kunne ikke leses.', { cause: error })));
    this.worker.on('exit', (code) => this.fail(new ThreadError(`En tråd som regnet, avsluttet før den var ferdig (kode ${code}).`)));
  }

  /** How many items it has been given and not done. */
  get load(): number {
    return this.waiting.size;
  }

  run(item: T): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      if (this.ended !== null) return reject(this.ended);
      const n = (this.given += 1);
      this.waiting.set(n, { resolve, reject });
      this.worker.postMessage({ n, item } satisfies Work<T>);
    });
  }

  /** Ends it now, whatever it is doing; what waits is rejected with `why`. */
  async end(why: unknown): Promise<void> {
    this.fail(why);
    await this.worker.terminate();
  }

  private settle(done: Done<R>): void {
    const waiting = this.waiting.get(done.n);
    this.waiting.delete(done.n);
    if ('fault' in done) waiting?.reject(new ThreadError(`En tråd kunne ikke regne ferdig: ${done.fault}`));
    else waiting?.resolve(done.result);
  }

  private fail(why: unknown): void {
    this.ended ??= why;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}
