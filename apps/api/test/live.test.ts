import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Ledger } from '@forlop/ledger';
import type { Response } from 'express';
import { ApiProblem } from '../src/http/api-problem.js';
import { EventStream } from '../src/live/event-stream.js';
import { LiveHub } from '../src/live/live-hub.js';
import { ledgerOfParts, listening } from './support/listening.js';

/** What a stream has written, as the browser would read it. */
function written() {
  const texts: string[] = [];
  const response = { status: () => response, set: () => response, flushHeaders: () => undefined, on: () => response, write: (text: string) => texts.push(text), end: () => texts.push('end') };
  return { response: response as unknown as Response, views: () => texts.flatMap((text) => (text.startsWith('data: ') ? [(JSON.parse(text.slice(6)) as { view: string }).view] : [])) };
}

describe('the stream', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('says at once that something changed, and at most one thing a second, however much happens', () => {
    const { response, views } = written();
    const stream = new EventStream(response);
    for (let n = 0; n < 100; n += 1) stream.tell('pathways');
    expect(views()).toEqual(['pathways']);
    stream.tell('day');
    jest.advanceTimersByTime(999);
    expect(views()).toEqual(['pathways']);
    jest.advanceTimersByTime(1);
    expect(views()).toHaveLength(2);
    jest.advanceTimersByTime(10_000);
    expect(views().sort()).toEqual(['day', 'pathways', 'pathways']);
  });

  test('a new day is told just after midnight in Oslo, each day', () => {
    jest.setSystemTime(new Date('2026-03-28T22:59:59Z'));
    const hub = new LiveHub({ onCommitted: () => Promise.resolve(() => Promise.resolve()) });
    const told: string[] = [];
    hub.add({ tell: (view) => told.push(view), end: () => undefined });
    jest.advanceTimersByTime(1_000);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(told).toEqual(['day']);
    // The next day has 23 hours: summer time begins.
    jest.advanceTimersByTime(23 * 3_600_000 - 1);
    expect(told).toEqual(['day']);
    jest.advanceTimersByTime(1);
    expect(told).toEqual(['day', 'day']);
  });
});

describe('GET /live', () => {
  test('tells of a commit, and nothing of whom; ends with the process', async () => {
    let committed = (): void => undefined;
    let stopped = 0;
    const ledger = { onCommitted: (wake: () => void) => { committed = wake; return Promise.resolve(() => { stopped += 1; return Promise.resolve(); }); } } as unknown as Ledger;
    const api = await listening({ ledger: ledgerOfParts(ledger) });
    const response = await fetch(`${api.url}/live`);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store']);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value!;
    committed();
    while (!text.includes('data:')) text += (await reader.read()).value!;
    expect(text).toBe(': forløp\n\ndata: {"view":"pathways"}\n\n');
    await Promise.all([api.close(), (async () => expect((await reader.read()).done).toBe(true))()]);
    expect(stopped).toBe(1);
  }, 60_000);

  test('answers nobody without a log-in', async () => {
    const api = await listening({ authentication: { session: null, identify: () => Promise.reject(new ApiProblem('unauthenticated', 'Logg inn først.')) } });
    const response = await fetch(`${api.url}/live`);
    expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    await api.close();
  }, 60_000);
});
