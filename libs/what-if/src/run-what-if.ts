import { availableParallelism } from 'node:os';
import type { OsloDate } from '@forlop/calendar';
import { batchCounter, type BatchCount, type CountSetup, type Flip } from './count/count-batch.js';
import { Cells } from './count/counts.js';
import type { PathwayFacts } from './count/facts.js';
import { inParallel } from './parallel/in-parallel.js';
import { changeTold, mostListed, resultOf, type Cohort, type WhatIfResult } from './result.js';
import type { RulesChange } from './rules/changed-rules.js';

/** What is asked, and of whom. */
export interface WhatIfQuestion {
  readonly change: RulesChange;
  readonly title: string | null;
  readonly asOf: OsloDate;
  /** Events recorded after this position do not count: it makes the question one that can be asked again. */
  readonly knownAt: number;
  readonly cohort: Cohort;
}

/** How it is worked out. */
export interface WhatIfRun {
  /** Threads; 0 counts in the caller's own. Default: one for each core. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Told after each batch; `unreadable` are the batch's own pathways that were left out. */
  readonly onProgress?: (progress: { readonly read: number; readonly unreadable: BatchCount['unreadable'] }) => void;
}

/**
 * Judges every pathway by the present rules and by the changed ones, and counts what becomes another. Memory does not grow with the number
 * of pathways, save for the list of those that change, which is cut at {@link mostListed}.
 * @param pages pathways in an order that is always the same.
 * @throws ThreadError when a thread ends early; the signal's reason when it is aborted.
 */
export async function runWhatIf(pages: AsyncIterable<readonly PathwayFacts[]>, question: WhatIfQuestion, { threads = availableParallelism(), signal, onProgress }: WhatIfRun = {}): Promise<WhatIfResult> {
  const { change, title, asOf, knownAt, cohort } = question;
  const setup: CountSetup = { change, asOf, knownAt };
  const counts = threads === 0 ? inTurn(pages, setup, signal) : inParallel<readonly PathwayFacts[], BatchCount>(pages, { entry: new URL('./parallel/count-thread.js', import.meta.url), setup, threads, ...(signal && { signal }) });
  const cells = new Cells();
  const pathways = { read: 0, followed: 0, changed: 0, unreadable: 0 };
  const flips = { total: 0, listed: [] as Flip[] };
  for await (const batch of counts) {
    cells.add(batch.cells);
    pathways.read += batch.pathways;
    pathways.followed += batch.followed;
    pathways.unreadable += batch.unreadable.length;
    pathways.changed += new Set(batch.flips.map(({ pathwayId }) => pathwayId)).size;
    flips.total += batch.flips.length;
    if (flips.listed.length < mostListed) flips.listed.push(...batch.flips.slice(0, mostListed - flips.listed.length));
    onProgress?.({ read: pathways.read, unreadable: batch.unreadable });
  }
  return resultOf({ asOf, knownAt, cohort, change: changeTold(change, title), pathways, flips, counted: cells.sorted() });
}

async function* inTurn(pages: AsyncIterable<readonly PathwayFacts[]>, setup: CountSetup, signal: AbortSignal | undefined): AsyncGenerator<BatchCount, void, void> {
  const count = batchCounter(setup);
  for await (const page of pages) {
    signal?.throwIfAborted();
    yield count(page);
  }
}
