import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LedgerError } from '@forlop/ledger';
import { runWhatIf, ThreadError, type PathwayFacts, type RulesChange, type WhatIfQuestion, type WhatIfResult } from '@forlop/what-if';
import { ApiProblem } from '../http/api-problem.js';
import { COUNTING_THREADS } from '../tokens.js';

/** A question that somebody has asked, and how it goes. */
export interface WhatIfJob {
  readonly id: string;
  readonly owner: string;
  readonly title: string | null;
  readonly askedAt: string;
  readonly change: RulesChange;
  readonly total: number;
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  read: number;
  problem: string | null;
  result: WhatIfResult | null;
}

/** A question, and where its pathways are read. */
export interface Asked {
  readonly owner: string;
  readonly total: number;
  readonly question: WhatIfQuestion;
  readonly pages: () => AsyncIterable<readonly PathwayFacts[]>;
}

const keptMs = 60 * 60_000;
const mostKept = 20;
const mostWaiting = 4;

/**
 * Works questions out one at a time, so that nobody's takes all cores from the others. What comes of them is kept in memory for an hour:
 * the same question gives the same answer, so what is lost with the process is only the time.
 */
@Injectable()
export class WhatIfJobs implements OnApplicationShutdown {
  private readonly jobs = new Map<string, WhatIfJob>();
  private readonly stops = new Map<string, AbortController>();
  private last: Promise<void> = Promise.resolve();

  constructor(@Inject(COUNTING_THREADS) private readonly threads: number) {}

  /** @throws ApiProblem when the asker has one under way already, or too many wait. */
  start(asked: Asked): WhatIfJob {
    this.forget();
    const open = [...this.jobs.values()].filter(({ state }) => state === 'waiting' || state === 'running');
    if (open.some(({ owner }) => owner === asked.owner)) throw new ApiProblem('refused', 'Du har en beregning som ikke er ferdig. Vent på den, eller avbryt den.', { code: 'one-at-a-time' });
    if (open.length >= mostWaiting) throw new ApiProblem('overloaded', 'For mange beregninger venter. Prøv igjen om litt.', { code: 'too-many-jobs' });
    const { title, change } = asked.question;
    const job: WhatIfJob = { id: randomUUID(), owner: asked.owner, title, askedAt: new Date().toISOString(), change, total: asked.total, state: 'waiting', read: 0, problem: null, result: null };
    const stop = new AbortController();
    this.jobs.set(job.id, job);
    this.stops.set(job.id, stop);
    this.last = this.last.then(() => this.work(job, asked, stop.signal));
    return job;
  }

  /** @throws ApiProblem when there is none of that id that is the owner's. */
  of(owner: string, id: string): WhatIfJob {
    this.forget();
    const job = this.jobs.get(id);
    if (job?.owner !== owner) throw new ApiProblem('not-found', 'Beregningen finnes ikke. Den holdes i en time.', { code: 'unknown-what-if' });
    return job;
  }

  /** The owner's, the latest first. */
  all(owner: string): readonly WhatIfJob[] {
    this.forget();
    return [...this.jobs.values()].filter((job) => job.owner === owner).reverse();
  }

  /** Ends it where it is not done. */
  cancel(owner: string, id: string): WhatIfJob {
    const job = this.of(owner, id);
    if (job.state === 'waiting' || job.state === 'running') job.state = 'cancelled';
    this.stops.get(id)?.abort(cancelled());
    return job;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const stop of this.stops.values()) stop.abort(cancelled());
    await this.last;
  }

  /** Never rejects: what goes wrong is told in the job. */
  private async work(job: WhatIfJob, { question, pages }: Asked, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      job.state = 'running';
      const result = await runWhatIf(pages(), question, { threads: this.threads, signal, onProgress: ({ read }) => void (job.read = read) });
      signal.throwIfAborted();
      job.result = result;
      job.state = 'done';
    } catch (error) {
      if (signal.aborted) return;
      job.state = 'failed';
      job.problem = error instanceof LedgerError || error instanceof ThreadError ? error.message : 'Noe gikk galt hos oss. Prøv igjen.';
    } finally {
      this.stops.delete(job.id);
    }
  }

  private forget(): void {
    const ended = [...this.jobs.values()].filter(({ state }) => state !== 'waiting' && state !== 'running');
    const old = ended.filter(({ askedAt }, i) => Date.parse(askedAt) < Date.now() - keptMs || i < ended.length - mostKept);
    for (const { id } of old) this.jobs.delete(id);
  }
}

const cancelled = (): Error => new Error('Beregningen er avbrutt.');
