import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { TimelineEntry } from '@forlop/ledger';
import type { Definition } from '@forlop/pathway';
import { roleIn, titleIn } from '../words.js';
import type { Rehearsed } from './rehearsal.js';

/** One line of a rehearsal's timeline. */
export interface TimelineItem {
  /** When it was recorded or done, ISO 8601 in UTC, in the scenario's time. */
  readonly at: string;
  /** The Oslo date of `at`: what the timeline is ordered by. */
  readonly day: OsloDate;
  /** What kind of thing it is, in one or two words of bokmål. */
  readonly mark: string;
  /** Machine code: the event's type, or `obligation-started` and `obligation-stopped`. */
  readonly type: string;
  /** The rule that it comes from: a clock or a duty; null for what people did. */
  readonly rule: string | null;
  readonly text: string;
}

/** Everything that happened until the last day, in order of time. */
export function timelineOf({ view, started, stopped, recipients, played, time }: Rehearsed, definition: Definition, until: OsloDate): TimelineItem[] {
  const recorded = view.timeline.map((entry) => itemOf(entry, definition, recipients));
  const begun = started.map(({ key, at }) => obligationItem('plikt begynner', 'obligation-started', key, time.toScenario(at), definition));
  const ended = stopped.map(({ key, at }) => obligationItem('plikt slutter', 'obligation-stopped', key, time.toScenario(at), definition));
  const refused = played.flatMap((one): TimelineItem[] => {
    if (one.outcome !== 'refused') return [];
    const at = new Date(Date.parse(`${one.step.recordedOn}T11:00:00Z`)).toISOString();
    return [{ at, day: one.step.recordedOn, mark: 'avvist', type: 'refused', rule: null, text: `${one.step.id}: ${one.sentence} (${one.code})` }];
  });
  // Sorting keeps the order of what falls together. What the end of the scenario stopped is no part of it.
  return [...recorded, ...begun, ...ended, ...refused].filter(({ day }) => day <= until).sort((a, b) => compare(a.at, b.at));
}

function obligationItem(mark: string, type: string, key: string, ms: number, definition: Definition): TimelineItem {
  const at = new Date(ms).toISOString();
  return { at, day: osloDateOf(at), mark, type, rule: key, text: dutyTitle(key, definition) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Marks and texts of what the ledger observed; the types are the ledger's. */
const observed: Readonly<Record<string, { readonly mark: string; readonly text: (data: Data, definition: Definition) => string }>> = {
  warned: { mark: 'varsel', text: (data, d) => `${clockIn(data, d)} nærmer seg` },
  'at-risk': { mark: 'i fare', text: (data, d) => `${clockIn(data, d)} står i fare for å bli brutt` },
  'shown-broken': { mark: 'BRUDD', text: (data, d) => `${clockIn(data, d)} er brutt (frist ${said(data, 'due')})` },
  'broken-withdrawn': { mark: 'brudd trukket', text: (data, d) => `${clockIn(data, d)} var ikke brutt likevel` },
  'met-late': { mark: 'for sent', text: (data, d) => `${clockIn(data, d)} ble oppfylt ${said(data, 'on')}, etter fristen` },
  'passed-by-patient': { mark: 'passert', text: (data, d) => `${clockIn(data, d)} er passert etter pasientens eget ønske eller fravær` },
  turned: { mark: 'alder', text: (data) => `Pasienten fylte ${said(data, 'age')} år` },
  told: { mark: 'sendt', text: (data, d) => `${purposes[said(data, 'purpose')] ?? said(data, 'purpose')} til ${roleIn(d, said(data, 'to'))}: ${dutyIn(data, d)}` },
  'telling-failed': { mark: 'ikke sendt', text: (data, d) => `${dutyIn(data, d)}: ${said(data, 'code')}` },
  'telling-suppressed': { mark: 'holdt tilbake', text: (data, d) => `${dutyIn(data, d)}: ${said(data, 'code')}` },
  'told-withdrawn': { mark: 'gjelder ikke', text: (data, d) => `Det som er sagt om «${dutyIn(data, d)}», må rettes` },
  'told-reinstated': { mark: 'gjelder likevel', text: (data, d) => dutyIn(data, d) },
  confirmed: { mark: 'bekreftet', text: (data, d) => dutyIn(data, d) },
};

type Data = TimelineEntry['data'];
const purposes: Readonly<Record<string, string>> = { ask: 'Påminnelse', escalate: 'Eskalering', withdraw: 'Rettelse' };
const said = (data: Data, field: string): string => String(data[field] ?? '?');
const clockIn = (data: Data, { clocks }: Definition): string => titleIn(clocks, said(data, 'clock'));
const dutyIn = (data: Data, definition: Definition): string => dutyTitle(String(data['about'] ?? data['key'] ?? ''), definition);

/** The ledger's own duty, to correct what was told, is named after the one that it corrects. */
function dutyTitle(key: string, { duties }: Definition): string {
  const [duty = ''] = key.split('#');
  return duty.startsWith('RETTELSE-') ? `Rett det som er sagt om «${titleIn(duties, duty.slice('RETTELSE-'.length))}»` : titleIn(duties, duty);
}

function itemOf(entry: TimelineEntry, definition: Definition, recipients: Rehearsed['recipients']): TimelineItem {
  const { recordedAt: at, kind, type, data, occurredOn } = entry;
  const common = { at, day: osloDateOf(at), type };
  if (kind !== 'observation') {
    const late = occurredOn < common.day ? ` (hendte ${occurredOn})` : '';
    return { ...common, mark: kind === 'decision' ? 'beslutning' : 'hendelse', rule: null, text: `${correction(entry)}${entry.title}${detailsOf(entry, definition)}${late}` };
  }
  const how = observed[type];
  const roles = recipients.get(String(data['message']));
  const told = roles === undefined ? data : { ...data, to: roles.map((role) => roleIn(definition, role)).join(', ') };
  const rule = data['key'] ?? data['about'] ?? null;
  return { ...common, mark: how?.mark ?? 'observert', rule: rule === null ? null : String(rule), text: how?.text(told, definition) ?? entry.title };
}

function correction({ corrects, retracts }: TimelineEntry): string {
  return retracts !== null ? 'Trukket tilbake: ' : corrects !== null ? 'Rettet: ' : '';
}

/** ` (Rett til helsehjelp)`: the event's fields, codes by their labels; ids tell people nothing. */
function detailsOf({ type, data }: TimelineEntry, { events }: Definition): string {
  const parts = Object.entries(events[type]?.fields ?? {}).flatMap(([name, field]) => {
    const value = data[name];
    if (value === undefined || value === null || field.type === 'id') return [];
    if (field.type === 'code' || field.type === 'codes') return [[value].flat().map((code) => field.codes?.[String(code)]?.nb ?? String(code)).join(', ')];
    return [`${field.title.nb}: ${value === true ? 'ja' : value === false ? 'nei' : String(value)}`];
  });
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
