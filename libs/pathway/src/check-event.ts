import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { CompiledDefinition } from './compile/compiled.js';
import type { EventSpec, FieldSpec } from './types/definition.js';
import type { Json } from './types/text.js';

/** One thing wrong with an event's data: where, a stable code, and a sentence that says what to do. */
export interface DataError {
  /** JSON pointer into the event, e.g. `/data/kode`. */
  readonly path: string;
  readonly code:
    | 'unknown-event' | 'unknown-field' | 'required' | 'wrong-type' | 'unknown-code' | 'out-of-range'
    | 'not-a-date' | 'date-in-future' | 'date-before-birth' | 'text-not-allowed' | 'reason-required';
  readonly sentence: string;
}

/** An event as it comes from outside, before it is recorded. */
export interface EventDraft {
  readonly type: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, Json>>;
  /** Whether a free text comes with it (it is sealed, so only its presence is known here). */
  readonly hasText: boolean;
}

/** What dates are compared with. */
export interface EventContext {
  readonly today: OsloDate;
  readonly birthDate: OsloDate | null;
}

/** Everything wrong with an event's data; empty when it may be recorded. The state plays no part (a fact is never refused for it). */
export function checkEvent(definition: CompiledDefinition, draft: EventDraft, context: EventContext): DataError[] {
  const { events } = definition.source;
  const spec = Object.hasOwn(events, draft.type) ? events[draft.type] : undefined;
  if (spec === undefined) {
    return [{ path: '/type', code: 'unknown-event', sentence: `Hendelsestypen «${draft.type}» finnes ikke i ${definition.source.id} ${definition.source.version}.` }];
  }
  return [
    ...checkDate('/occurredOn', 'Datoen', draft.occurredOn, false, context),
    ...checkText(spec, draft),
    ...checkFields(spec, draft.data, context),
  ];
}

function checkText(spec: EventSpec, draft: EventDraft): DataError[] {
  if (draft.hasText && spec.text === undefined) {
    return [{ path: '/text', code: 'text-not-allowed', sentence: `«${spec.title.nb}» har ikke plass til fritekst.` }];
  }
  if (!draft.hasText && spec.text === 'required') {
    return [{ path: '/text', code: 'reason-required', sentence: `Skriv en begrunnelse for «${spec.title.nb}».` }];
  }
  return [];
}

function checkFields(spec: EventSpec, data: EventDraft['data'], context: EventContext): DataError[] {
  const fields = spec.fields ?? {};
  const errors: DataError[] = [];
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(fields, name)) {
      errors.push({ path: fieldPath(name), code: 'unknown-field', sentence: `«${spec.title.nb}» har ikke feltet «${name}». Kjente felt: ${Object.keys(fields).join(', ') || 'ingen'}.` });
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = data[name];
    if (value !== undefined && value !== null) errors.push(...checkField(fieldPath(name), field, value, context));
    else if (field.required === true) errors.push({ path: fieldPath(name), code: 'required', sentence: `${field.title.nb} mangler.` });
  }
  return errors;
}

/** RFC 6901: in a JSON pointer `~` is written `~0` and `/` is written `~1`. */
const fieldPath = (name: string): string => `/data/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function checkField(path: string, field: FieldSpec, value: Json, context: EventContext): DataError[] {
  const title = field.title.nb;
  const wrong = (what: string, at = path): DataError[] => [{ path: at, code: 'wrong-type', sentence: `${title} må være ${what}.` }];
  switch (field.type) {
    case 'date':
      return typeof value === 'string' ? checkDate(path, title, value, field.mayBeFuture === true, context) : wrong('en dato på formen ÅÅÅÅ-MM-DD');
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('ja eller nei (true eller false)');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? checkRange(path, field, value) : wrong('et tall');
    case 'id':
      return typeof value === 'string' && /^[A-Za-z0-9._:-]{1,64}$/.test(value) ? [] : wrong('en id på høyst 64 tegn (bokstaver, tall, . _ : -)');
    case 'code':
      return typeof value === 'string' ? checkCode(path, field, value) : wrong('en kode');
    case 'codes':
      if (!Array.isArray(value)) return wrong('en liste med koder');
      return value.flatMap((v: Json, i: number) => (typeof v === 'string' ? checkCode(`${path}/${i}`, field, v) : wrong('en liste med koder', `${path}/${i}`)));
  }
}

function checkCode(path: string, field: FieldSpec, value: string): DataError[] {
  const codes = field.codes ?? {};
  if (Object.hasOwn(codes, value)) return [];
  return [{ path, code: 'unknown-code', sentence: `${field.title.nb}: koden «${value}» er ukjent. Kjente koder: ${Object.keys(codes).join(', ')}.` }];
}

function checkRange(path: string, field: FieldSpec, value: number): DataError[] {
  const { min = -Infinity, max = Infinity } = field;
  if (value >= min && value <= max) return [];
  const range = max === Infinity ? `minst ${min}` : min === -Infinity ? `høyst ${max}` : `mellom ${min} og ${max}`;
  return [{ path, code: 'out-of-range', sentence: `${field.title.nb} må være ${range}.` }];
}

function checkDate(path: string, title: string, value: string, mayBeFuture: boolean, { today, birthDate }: EventContext): DataError[] {
  if (!isOsloDate(value)) return [{ path, code: 'not-a-date', sentence: `${title}: «${value}» er ikke en dato. Bruk formen ÅÅÅÅ-MM-DD.` }];
  if (!mayBeFuture && value > today) {
    return [{ path, code: 'date-in-future', sentence: `${title}: ${value} er etter i dag (${today}). Det som ikke har hendt ennå, kan ikke registreres.` }];
  }
  if (birthDate !== null && value < birthDate) {
    return [{ path, code: 'date-before-birth', sentence: `${title}: ${value} er før pasienten ble født.` }];
  }
  return [];
}
