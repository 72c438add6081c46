import { countedInPast, type ComplianceQuery, type PastCount, type PastCounter, type PastPathway } from '@forlop/compliance';
import type { Definition } from '@forlop/pathway';
import { inParallel } from '../parallel/in-parallel.js';
import { rulesOf } from '../rules/changed-rules.js';
import { Turns } from './turns.js';

/** What a thread is told before its first page; plain data. */
export interface PastSetup {
  readonly definitions: readonly Definition[];
  readonly query: ComplianceQuery;
}

/** Fewer than this are counted sooner than threads are started. */
const worthThreads = 2_000;

/**
 * Counts pathways as of an earlier day in threads, so that whoever else asks is answered meanwhile. One question at a time has the threads; the
 * others wait for their turn.
 * @param threads 0 counts all in the caller's own.
 */
export function pastCounter(definitions: readonly Definition[], threads: number): PastCounter {
  const own = rulesOf(definitions);
  const turns = new Turns();
  return (pages, query, pathways) => {
    if (threads === 0 || pathways < worthThreads) return inOwn(pages, (page) => countedInPast(page, query, own));
    const setup: PastSetup = { definitions, query };
    return turns.taking(() => inParallel<readonly PastPathway[], readonly PastCount[]>(pages, { entry: new URL('./past-thread.js', import.meta.url), setup, threads }));
  };
}

async function* inOwn(pages: AsyncIterable<readonly PastPathway[]>, count: (page: readonly PastPathway[]) => readonly PastCount[]): AsyncGenerator<readonly PastCount[], void, void> {
  for await (const page of pages) yield count(page);
}
