import { osloDate, type OsloDate } from '@forlop/calendar';
import { loadRules } from '@forlop/definitions';
import type { Json } from '@forlop/pathway';
import { applyPatch, readPatch, runWhatIf, type PathwayFacts, type RulesChange, type WhatIfQuestion, type WhatIfResult } from '../src/index.js';

export const rules = loadRules();

/** One event of a story: type, day, data. */
export type Told = readonly [type: string, on: string, data?: Readonly<Record<string, Json>>];

let position = 0;

const created = (on: string, more: Readonly<Record<string, Json>> = {}): Told => ['forlopOpprettet', on, { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {}, ...more }];

/** A pathway of an adult, in the order told. The first event is made from the second's day. */
export function pathway(n: number, told: readonly Told[], { organisationId = 'enhet-1', birthDate = '1985-04-15', choices = {} as Readonly<Record<string, Json>> } = {}): PathwayFacts {
  const events = [created(told[0]![1], choices), ...told].map(([type, on, data = {}], i) => [`${id(n)}-${String(i).padStart(3, '0')}`, (position += 1), type, on, data, null, null]);
  return { id: id(n), organisationId, birthDate: osloDate(birthDate), events: JSON.stringify(events) };
}

export const id = (n: number): string => `forlop-${String(n).padStart(4, '0')}`;

export const received = (on: string): Told => ['henvisningMottatt', on, { henvisningId: 'h', henvisningstype: 'ny' }];
export const assessed = (on: string): Told => ['vurdert', on, { utfall: 'rett', svarkode: '2' }];
export const started = (on: string): Told => ['helsehjelpStartet', on, { kontakttype: '1' }];

const changes = new Map<string, RulesChange>();

/** Checked once for each text. */
export function change(text: string): RulesChange {
  const made = changes.get(text) ?? applyPatch(rules, readPatch(text));
  changes.set(text, made);
  return made;
}

/** Pages of so many. */
export async function* pagesOf(pathways: readonly PathwayFacts[], size = 100): AsyncGenerator<readonly PathwayFacts[]> {
  for (let from = 0; from < pathways.length; from += size) yield pathways.slice(from, from + size);
}

/** Asks in the test's own thread. */
export function ask(pathways: readonly PathwayFacts[], text: string, { asOf = '2026-12-31', size = 100, ...more }: Partial<Omit<WhatIfQuestion, 'asOf'>> & { readonly asOf?: string; readonly size?: number } = {}): Promise<WhatIfResult> {
  const question = { change: change(text), title: null, asOf: osloDate(asOf) as OsloDate, knownAt: Number.MAX_SAFE_INTEGER, cohort: { receivedFrom: null, receivedTo: null, organisationIds: null }, ...more };
  return runWhatIf(pagesOf(pathways, size), question, { threads: 0 });
}
