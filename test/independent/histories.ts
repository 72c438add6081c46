import { addDays, type OsloDate } from '@forlop/calendar';
import type { Definition, LedgerEvent } from '@forlop/pathway';

/** One patient's history and what is asked of it. */
export interface History {
  readonly id: string;
  readonly birthDate: OsloDate | null;
  readonly asOf: OsloDate;
  /** Ledger position. */
  readonly knownAt: number;
  readonly events: readonly LedgerEvent[];
}

/** The same numbers for the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** 0 ≤ number < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Both ends included. */
  from(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  maybe(share: number): boolean {
    return this.next() < share;
  }
}

type Data = Record<string, string | number | boolean | readonly string[]>;
interface Draft {
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Data;
}

/** Where dates go wrong: year ends, leap days, the nights of 23 and 25 hours, Easter, May and Whitsun. */
const TRICKY = ['12-17', '12-23', '12-30', '01-01', '02-28', '03-01', '03-20', '03-27', '03-30', '04-02', '04-29', '05-08', '05-16', '10-20', '10-30'];

function startDate(chance: Chance): OsloDate {
  const year = chance.from(2019, 2032);
  const leapDay = chance.maybe(0.05);
  const base = leapDay ? `${chance.one([2020, 2024, 2028])}-02-29` : `${year}-${chance.one(TRICKY)}`;
  return addDays(base as OsloDate, leapDay ? 0 : chance.maybe(0.5) ? chance.from(-3, 3) : chance.from(-180, 180));
}

/** Grown up, a child, about to turn 16, 18, 23 or 26, born on a leap day, or not known. */
function birthDate(chance: Chance, start: OsloDate): OsloDate | null {
  if (chance.maybe(0.03)) return null;
  const year = Number(start.slice(0, 4));
  if (chance.maybe(0.08)) return `${[2000, 2004, 2008, 2012].find((y) => y >= year - chance.from(14, 26)) ?? 2012}-02-29` as OsloDate;
  const age = chance.maybe(0.5) ? chance.one([16, 17, 18, 18, 18, 23, 26]) : chance.from(5, 70);
  const near = chance.maybe(0.5) ? chance.from(-20, 120) : chance.from(-800, 800);
  const day = start.slice(5) === '02-29' ? '02-28' : start.slice(5);
  const born = addDays(`${year - age}-${day}` as OsloDate, near);
  return born < start ? born : addDays(start, -chance.from(1, 4000));
}

/** Data that the vocabulary allows: what is required, and some of what is not. */
function dataFor(definition: Definition, type: string, on: OsloDate, chance: Chance): Data {
  const data: Data = {};
  for (const [name, field] of Object.entries(definition.events[type]?.fields ?? {})) {
    if (field.required !== true && chance.maybe(0.45)) continue;
    const codes = Object.keys(field.codes ?? {});
    switch (field.type) {
      case 'date': data[name] = addDays(on, field.mayBeFuture === true ? chance.from(-15, 150) : -chance.from(0, 60)); break;
      case 'code': data[name] = chance.one(codes); break;
      case 'codes': data[name] = chance.maybe(0.4) ? codes : codes.filter(() => chance.maybe(0.6)); break;
      case 'number': data[name] = chance.from(field.min ?? 0, field.max ?? 100); break;
      case 'boolean': data[name] = chance.maybe(0.5); break;
      default: data[name] = chance.one(['a', 'b']);
    }
  }
  return data;
}

/** How most patients go: type, what its data must at least say, days since the one before, and how often it happens. */
type Stage = readonly [type: string, data: Data, least: number, most: number, share: number];

const REFERRED: readonly Stage[] = [
  ['henvisningIKarantene', {}, 0, 0, 0.1], ['henvisningMottatt', { henvisningstype: 'ny' }, 0, 2, 0.97], ['supplementEtterspurt', {}, 0, 5, 0.3], ['henvisningSupplert', {}, 0, 15, 0.3],
  ['risikoMeldt', { gjelder: 'vurdering' }, 0, 5, 0.05], ['vurdert', { utfall: 'rett' }, 0, 20, 0.9], ['fristSatt', {}, 0, 3, 0.9], ['svarSendt', { til: 'pasient' }, 0, 6, 0.9], ['svarSendt', { til: 'henviser' }, 0, 6, 0.5],
];
const WAITING: readonly Stage[] = [
  ['timeTilbudt', { gjelder: 'oppstart' }, 0, 30, 0.8], ['utsatt', { gjelder: 'oppstart' }, 0, 30, 0.35], ['ikkeMott', { gjelder: 'oppstart' }, 0, 40, 0.2], ['ikkeMottVurdert', { utfall: 'ny-time' }, 0, 10, 0.2],
  ['timeAvlyst', { gjelder: 'oppstart' }, 0, 30, 0.15], ['fristSatt', {}, 0, 40, 0.15], ['timeTilbudt', { gjelder: 'oppstart' }, 0, 20, 0.4], ['fristbruddForutsett', {}, 0, 20, 0.1], ['risikoMeldt', { gjelder: 'oppstart' }, 0, 10, 0.1],
  ['risikoTrukket', { gjelder: 'oppstart' }, 0, 10, 0.1], ['helfoVarslet', {}, 0, 10, 0.12], ['helfoSvar', {}, 0, 20, 0.1], ['overfort', {}, 0, 30, 0.12], ['overforingMottatt', { folgesHer: true }, 0, 20, 0.12],
  ['helsehjelpStartet', {}, 0, 60, 0.85],
];
const FOLLOWED: readonly Stage[] = [
  ['diagnoseSatt', { diagnose: 'cfs-me' }, 0, 60, 0.6], ['utredningAvsluttet', {}, 0, 90, 0.8], ['tilbakeforingsmoteAvtalt', {}, 0, 10, 0.4], ['tilbakeforingsmoteAvlyst', {}, 0, 10, 0.1], ['tilbakeforingsmoteHoldt', {}, 0, 40, 0.7],
  ['oppsummerendeMoteHoldt', {}, 0, 40, 0.7], ['epikriseSendt', {}, 0, 10, 0.6], ['alvorlighetVurdert', {}, 0, 20, 0.3], ['kontaktRegistrert', { rolle: 'fastlege' }, 0, 190, 0.7], ['kontaktRegistrert', { rolle: 'barneavdeling' }, 0, 190, 0.4],
  ['kontaktRegistrert', { rolle: 'fastlege' }, 0, 150, 0.6], ['lmsTilbudt', {}, 0, 30, 0.5], ['overgangGjennomfort', {}, 0, 200, 0.3], ['diagnoseRevurdert', {}, 0, 800, 0.4], ['oppfolgingGjennomgatt', {}, 0, 400, 0.4],
  ['pakkeforlopAvsluttet', {}, 0, 100, 0.3], ['henvisningMottatt', { henvisningstype: 'ny' }, 0, 100, 0.15], ['forlopAvsluttet', {}, 0, 100, 0.15], ['pasientDod', {}, 0, 200, 0.12],
];

function walk(definition: Definition, start: OsloDate, chance: Chance): Draft[] {
  const stages = [...REFERRED, ...WAITING, ...FOLLOWED].slice(0, chance.maybe(0.3) ? chance.from(3, 24) : undefined);
  const drafts: Draft[] = [];
  let on = start;
  for (const [type, data, least, most, share] of stages) {
    if (definition.events[type] === undefined || !chance.maybe(share)) continue;
    // Most often one or two days in between, or the same day; now and then as long as it takes.
    on = addDays(on, chance.maybe(0.3) ? chance.from(0, 2) : chance.from(least, most));
    drafts.push({ type, occurredOn: on, data: { ...dataFor(definition, type, on, chance), ...(chance.maybe(0.9) ? data : {}) } });
  }
  return drafts;
}

/** Anything at any time, what the steps allow or not: facts are never refused because of the state. */
function anything(definition: Definition, start: OsloDate, number: number, span: number, chance: Chance): Draft[] {
  const types = Object.keys(definition.events);
  return Array.from({ length: number }, () => {
    const type = chance.one(types);
    const occurredOn = addDays(start, chance.maybe(0.25) ? 0 : chance.from(-10, span));
    return { type, occurredOn, data: dataFor(definition, type, occurredOn, chance) };
  });
}

/** What a pathway may be moved to, or start with. */
export interface Choices {
  readonly versions: readonly Definition[];
  readonly calendars: readonly string[];
}

/** A history that the seed decides: a usual one, a usual one with disturbances, or one that nobody would expect. */
export function randomHistory(seed: number, { versions, calendars }: Choices): History {
  const chance = new Chance(seed);
  const definition = chance.one(versions);
  const start = startDate(chance);
  const usual = chance.maybe(0.75);
  const drafts = [...(usual ? walk(definition, start, chance) : []), ...anything(definition, start, usual ? (chance.maybe(0.5) ? 0 : chance.from(1, 4)) : chance.from(2, 25), chance.one([20, 200, 900]), chance)];
  const regime = (d: Definition) => ({ definition: { id: d.id, version: d.version }, calendar: { id: chance.one(calendars), version: '2026.1' }, parameters: parametersOf(d, chance) });
  const created: Draft = { type: 'forlopOpprettet', occurredOn: start, data: regime(definition) as unknown as Data };
  const last = drafts.reduce((day, d) => (d.occurredOn > day ? d.occurredOn : day), start);
  if (chance.maybe(0.15)) {
    const others = versions.filter((v) => v.id === definition.id);
    drafts.push({ type: 'forlopFlyttet', occurredOn: addDays(start, chance.from(0, 200)), data: regime(chance.one(others)) as unknown as Data });
  }
  const asked = addDays(chance.maybe(0.6) ? last : start, chance.maybe(0.5) ? chance.from(-30, 60) : chance.from(0, 900));
  const events = recorded(created, drafts, definition, chance);
  return {
    id: `h${seed}`, birthDate: birthDate(chance, start), events,
    asOf: asked < start ? start : asked,
    knownAt: chance.maybe(0.15) ? chance.from(1, events.length) : Number.MAX_SAFE_INTEGER,
  };
}

function parametersOf(definition: Definition, chance: Chance): Data {
  const chosen = Object.entries(definition.parameters).filter(() => chance.maybe(0.3));
  return Object.fromEntries(chosen.map(([id, { values }]) => [id, chance.one(values)]));
}

const id = (chance: Chance): string => `e${Math.floor(chance.next() * 0xffffffff).toString(16).padStart(8, '0')}`;

/** Records the drafts: in order or out of order, with corrections and retractions, and with observations that mean nothing. */
function recorded(created: Draft, drafts: readonly Draft[], definition: Definition, chance: Chance): LedgerEvent[] {
  const inOrder = chance.maybe(0.5);
  const queue = inOrder ? [...drafts].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1)) : drafts.map((d) => ({ d, at: chance.next() })).sort((a, b) => a.at - b.at).map(({ d }) => d);
  const events: LedgerEvent[] = [];
  const add = (draft: Draft, more: Partial<LedgerEvent> = {}) => {
    events.push({ id: id(chance), position: events.length + 1, kind: chance.maybe(0.5) ? 'fact' : 'decision', recordedAt: '2040-01-01T08:00:00Z', ...draft, ...more });
  };
  add(created);
  for (const draft of queue) add(draft);
  for (const event of events.slice(1)) {
    if (event.type === 'forlopFlyttet' || !chance.maybe(0.06)) continue;
    if (chance.maybe(0.35)) {
      add({ type: event.type, occurredOn: event.occurredOn, data: {} }, { retracts: event.id });
      continue;
    }
    const occurredOn = chance.maybe(0.7) ? addDays(event.occurredOn, chance.from(-10, 10)) : event.occurredOn;
    add({ type: event.type, occurredOn, data: chance.maybe(0.5) ? dataFor(definition, event.type, occurredOn, chance) : (event.data as Data) }, { corrects: event.id });
  }
  if (chance.maybe(0.1)) add({ type: 'helsehjelpStartet', occurredOn: created.occurredOn, data: {} }, { kind: 'observation' });
  return events;
}
