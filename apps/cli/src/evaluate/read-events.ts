import { isOsloDate, osloDateOf, osloTimeOf, tryOsloDate, type OsloDate } from '@forlop/calendar';
import { osloDateSchema } from '@forlop/contracts';
import { checkEvent, engineEvents, type CompiledDefinition, type Json, type LedgerEvent } from '@forlop/pathway';
import * as z from 'zod';

/** One thing wrong with one line of the input. */
export interface LineError {
  /** From 1. */
  readonly line: number;
  /** JSON pointer into the line; empty for the whole of it. */
  readonly path: string;
  readonly sentence: string;
}

/** All that was read; with errors, the events are only those of the good lines. */
export interface ReadEvents {
  readonly events: readonly LedgerEvent[];
  readonly errors: readonly LineError[];
}

/** What the lines are checked against. */
export interface EventContext {
  readonly definition: CompiledDefinition;
  readonly birthDate: OsloDate | null;
}

/** Times of recording that are not given: the middle of the day on which it happened. */
const noon = '12:00';

const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const versionedSchema = z.strictObject({ id: z.string().min(1), version: z.string().min(1) });
const lineSchema = z.strictObject({
  type: z.string().min(1),
  occurredOn: osloDateSchema,
  kind: z.enum(['fact', 'decision', 'observation']).default('fact'),
  data: z.record(z.string(), jsonSchema).default({}),
  id: z.string().min(1).optional(),
  position: z.int().positive().optional(),
  recordedAt: z.string().refine(isInstant, 'Tidspunktet må ha dato, klokkeslett og tidssone, for eksempel 2026-04-01T10:30:00+02:00.').optional(),
  corrects: z.string().min(1).optional(),
  retracts: z.string().min(1).optional(),
  organisation: z.string().optional(),
  // As the ledger shows it. The kernel never sees free text.
  text: z.string().nullish(),
});
type Line = z.output<typeof lineSchema>;

/** What the engine's own events must hold. */
const regimeSchema = z.looseObject({ definition: versionedSchema, calendar: versionedSchema, parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional() });
const regimeSchemas: Readonly<Record<string, z.ZodType>> = { [engineEvents.created]: regimeSchema, [engineEvents.moved]: regimeSchema.partial() };

function isInstant(text: string): boolean {
  try {
    osloDateOf(text);
    return true;
  } catch {
    // The calendar's only way of saying that a text is no instant.
    return false;
  }
}

/**
 * Reads events, one JSON object on each line, and checks each by the definition. Goes on after a bad line. What a line
 * leaves out is filled in: kind `fact`, id `linje-N`, the position after the line before, and recorded on the day it
 * happened (never before the line before).
 */
export function readEvents(text: string, context: EventContext): ReadEvents {
  const reader = new Reader(context);
  for (const [index, line] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (line.trim() !== '') reader.read(index + 1, line);
  }
  return { events: reader.events, errors: reader.errors };
}

class Reader {
  readonly events: LedgerEvent[] = [];
  readonly errors: LineError[] = [];
  private readonly lines = new Map<string, number>();

  constructor(private readonly context: EventContext) {}

  read(number: number, text: string): void {
    const line = this.parse(number, text);
    if (line === undefined) return;
    const event = this.completed(number, line);
    const errors = [...this.orderErrors(event), ...contentErrors(event, this.context)];
    this.errors.push(...errors.map((error) => ({ line: number, ...error })));
    this.lines.set(event.id, number);
    this.events.push(event);
  }

  private parse(line: number, text: string): Line | undefined {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.errors.push({ line, path: '', sentence: 'Linjen er ikke gyldig JSON.' });
      return undefined;
    }
    const result = lineSchema.safeParse(json);
    if (result.success) return result.data;
    this.errors.push(...result.error.issues.flatMap((issue) => issueErrors(issue, json).map((error) => ({ line, ...error }))));
    return undefined;
  }

  private completed(number: number, { id, position, recordedAt, kind, type, occurredOn, data, corrects, retracts, organisation }: Line): LedgerEvent {
    const before = this.events.at(-1);
    const sameDay = new Date(osloTimeOf(occurredOn, noon)).toISOString();
    return {
      id: id ?? `linje-${number}`,
      position: position ?? (before?.position ?? 0) + 1,
      kind,
      type,
      occurredOn,
      recordedAt: recordedAt ?? laterOf(before?.recordedAt, sameDay),
      data,
      ...(corrects !== undefined && { corrects }),
      ...(retracts !== undefined && { retracts }),
      ...(organisation !== undefined && { organisation }),
    };
  }

  private orderErrors({ id, position }: LedgerEvent): Omit<LineError, 'line'>[] {
    const other = this.lines.get(id);
    const before = this.events.at(-1)?.position ?? 0;
    return [
      ...(other === undefined ? [] : [{ path: '/id', sentence: `Id-en «${id}» er også brukt på linje ${other}.` }]),
      ...(position > before ? [] : [{ path: '/position', sentence: `Posisjonen må være høyere enn på linjen før (${before}).` }]),
    ];
  }
}

/** ISO instants compared as instants: they may have different offsets. */
function laterOf(a: string | undefined, b: string): string {
  return a !== undefined && Date.parse(a) > Date.parse(b) ? a : b;
}

/** A retraction says only that something never happened; the engine's events are checked by their own shape. */
function contentErrors(event: LedgerEvent, { definition, birthDate }: EventContext): Omit<LineError, 'line'>[] {
  if (event.kind === 'observation' || event.retracts !== undefined) return [];
  const regime = regimeSchemas[event.type]?.safeParse(event.data);
  if (regime !== undefined) return regime.success ? [] : regime.error.issues.flatMap((issue) => issueErrors(issue, event.data, ['data']));
  const hasText = definition.source.events[event.type]?.text === 'required';
  const today = osloDateOf(event.recordedAt);
  return checkEvent(definition, { ...event, hasText }, { today, birthDate }).map(({ path, sentence }) => ({ path, sentence }));
}

function issueErrors(issue: z.core.$ZodIssue, input: unknown, base: readonly PropertyKey[] = []): Omit<LineError, 'line'>[] {
  const path = [...base, ...issue.path];
  const at = (parts: readonly PropertyKey[]) => parts.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: at([...path, key]), sentence: `Feltet «${key}» er ukjent. Er det skrevet feil?` }));
  return [{ path: at(path), sentence: sentenceOf(issue, valueAt(input, issue.path)) }];
}

function sentenceOf(issue: z.core.$ZodIssue, value: unknown): string {
  const name = String(issue.path.at(-1) ?? 'linjen');
  if (issue.path.length === 0) return 'Linjen skal være ett JSON-objekt.';
  if (value === undefined) return `Feltet «${name}» mangler.`;
  if (issue.code === 'invalid_value') return `«${name}» må være en av: ${issue.values.join(', ')}.`;
  if (name === 'occurredOn' && (typeof value !== 'string' || tryOsloDate(value) === undefined || !isOsloDate(value))) return `«${String(value)}» er ikke en dato. Skriv ÅÅÅÅ-MM-DD.`;
  if (issue.code === 'custom') return issue.message;
  return `«${name}» har feil form.`;
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]), input);
