import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { LedgerError, type EndedWhatIf, type Ledger, type StoredWhatIf } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';
import { runWhatIf, ThreadError, type PathwayFacts, type WhatIfQuestion } from '@forlop/what-if';
import { ApiProblem } from '../http/api-problem.js';
import { COUNTING_THREADS } from '../tokens.js';

/** A question, as whoever asks it sees the ledger. */
export interface Asked {
  readonly ledger: Ledger;
  /** As it was asked: the changed rules follow from it. */
  readonly request: Json;
  readonly total: number;
  readonly question: WhatIfQuestion;
  readonly pages: () => AsyncIterable<readonly PathwayFacts[]>;
}

/** One that this process has not finished. */
interface Open {
  readonly id: string;
  readonly asked: Asked;
  readonly stop: AbortController;
  state: 'waiting' | 'running';
  read: number;
}

const mostWaiting = 4;
/** How often a question is said to be worked on, well within what the ledger takes for a process that is gone. */
const beatMs = 1_000;

/**
 * Works questions out one at a time, so that nobody's takes all cores from the others. How they go, and what comes of them, stands in the
 * ledger for an hour: any process tells of it, and of one whose process is gone.
 */
@Injectable()
export class WhatIfJobs implements OnModuleDestroy, OnApplicationShutdown {
  private readonly open = new Map<string, Open>();
  private last: Promise<void> = Promise.resolve();
  private ending = false;

  constructor(@Inject(COUNTING_THREADS) private readonly threads: number) {}

  /** @throws ApiProblem when the asker has one under way already, too many wait, or the process is to end. */
  async start(asked: Asked): Promise<StoredWhatIf> {
    if (this.ending) throw new ApiProblem('overloaded', 'Tjenesten stanser for å starte på nytt. Prøv igjen om litt.', { code: 'stopping' });
    if (this.open.size >= mostWaiting) throw new ApiProblem('overloaded', 'For mange beregninger venter. Prøv igjen om litt.', { code: 'too-many-jobs' });
    const { ledger, request, total, question: { title } } = asked;
    const job: Open = { id: randomUUID(), asked, stop: new AbortController(), state: 'waiting', read: 0 };
    this.open.set(job.id, job);
    if (!(await this.begun(ledger, { id: job.id, title, request, total }))) throw new ApiProblem('refused', 'Du har en beregning som ikke er ferdig. Vent på den, eller avbryt den.', { code: 'one-at-a-time' });
    const beat = setInterval(() => void this.move(job), beatMs);
    this.last = this.last.then(() => this.work(job)).finally(() => {
      clearInterval(beat);
      this.open.delete(job.id);
    });
    return this.of(ledger, job.id);
  }

  /** @throws ApiProblem when there is none of that id that is the asker's. */
  async of(ledger: Ledger, id: string): Promise<StoredWhatIf> {
    const job = await ledger.whatIf(id);
    if (job === null) throw new ApiProblem('not-found', 'Beregningen finnes ikke. Den holdes i en time.', { code: 'unknown-what-if' });
    return job;
  }

  /** Ends it where it is not done, whichever process works on it. */
  async cancel(ledger: Ledger, id: string): Promise<StoredWhatIf> {
    const { read } = await this.of(ledger, id);
    await ledger.endWhatIf(id, { state: 'cancelled', read: this.open.get(id)?.read ?? read, problem: null, result: null });
    this.open.get(id)?.stop.abort(cancelled());
    return this.of(ledger, id);
  }

  /** Those that are not done are told as cancelled, for nobody goes on with them: at once, however long the last answers take. */
  onModuleDestroy(): void {
    this.ending = true;
    for (const { stop } of this.open.values()) stop.abort(new Stopped());
  }

  /** Until that is said. */
  onApplicationShutdown(): Promise<void> {
    return this.last;
  }

  private async begun(ledger: Ledger, job: Parameters<Ledger['beginWhatIf']>[0]): Promise<boolean> {
    let begun = false;
    try {
      return (begun = await ledger.beginWhatIf(job));
    } finally {
      if (!begun) this.open.delete(job.id);
    }
  }

  /** Says that it is worked on; where it was cancelled by way of another process, or cannot be said, it ends. */
  private async move({ id, asked: { ledger }, stop, state, read }: Open): Promise<void> {
    try {
      if (!(await ledger.moveWhatIf(id, state, read))) stop.abort(cancelled());
    } catch (error) {
      stop.abort(error);
    }
  }

  /** Never rejects: what goes wrong is told of the job. */
  private async work(job: Open): Promise<void> {
    const ended = await this.outcome(job);
    // What cannot be said now is seen by its having stopped: the ledger tells of it as cancelled.
    await job.asked.ledger.endWhatIf(job.id, ended).catch(() => false);
  }

  private async outcome(job: Open): Promise<EndedWhatIf> {
    const { asked: { pages, question }, stop: { signal } } = job;
    try {
      signal.throwIfAborted();
      job.state = 'running';
      const result = await runWhatIf(pages(), question, { threads: this.threads, signal, onProgress: ({ read }) => void (job.read = read) });
      signal.throwIfAborted();
      return { state: 'done', read: job.read, problem: null, result: result as unknown as Json };
    } catch (error) {
      const why: unknown = signal.aborted ? signal.reason : error;
      if (why instanceof Stopped) return { state: 'cancelled', read: job.read, problem: why.message, result: null };
      return { state: 'failed', read: job.read, problem: why instanceof LedgerError || why instanceof ThreadError ? why.message : 'Noe gikk galt hos oss. Prøv igjen.', result: null };
    }
  }
}

/** The process ends, and nobody goes on. */
class Stopped extends Error {
  constructor() {
    super('Beregningen ble avbrutt da tjenesten som regnet, stanset. Spør igjen.');
  }
}

/** Whoever asked has said so, and it stands in the ledger already. */
const cancelled = (): Error => new Error('Beregningen er avbrutt.');
