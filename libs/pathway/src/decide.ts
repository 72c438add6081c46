import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { checkEvent, type DataError } from './check-event.js';
import { EVERYTHING_KNOWN, evaluate, evaluationOf, judge, type Judged, type PathwayInput } from './evaluate.js';
import type { Definition } from './types/definition.js';
import type { Evaluation, Finding, Refusal } from './types/evaluation.js';
import type { LedgerEvent } from './types/event.js';
import type { Json } from './types/text.js';

/** A person's request to do something, before it is decided. */
export interface CommandRequest {
  readonly command: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, Json>>;
  /** Whether a reason or note comes with it. */
  readonly hasText: boolean;
}

/** The event that an accepted command records. */
export interface DecidedEvent {
  readonly type: string;
  readonly kind: 'decision';
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
}

export type Decision =
  | { readonly ok: true; readonly event: DecidedEvent; readonly warnings: readonly Refusal[] }
  | { readonly ok: false; readonly refusal: Refusal | null; readonly errors: readonly DataError[] };

/** The id under which `decide` tries an event out; no recorded event has it. */
const TRIAL = '~trial';

/**
 * Whether a command may be given now. Refused by the state (with a code and a sentence), or for its data (with a path for
 * each error). What the sources only recommend (bør, kan) warns and asks for a reason, and never refuses (REF-6).
 */
export function decide(input: PathwayInput, request: CommandRequest): Decision {
  const judged = judge(input, true);
  const { last } = judged;
  const spec = last.state.definition.source.commands.find((c) => c.id === request.command);
  if (spec === undefined) return refused(unknownCommand(request.command, last.state.definition.source.id));
  const state = last.commands.find((c) => c.command === spec.id)!;
  if (state.refusal !== null) return refused(state.refusal);

  const data = { ...request.data, ...spec.sets };
  const draft = { type: spec.records, occurredOn: request.occurredOn, data, hasText: request.hasText };
  const errors = checkEvent(last.state.definition, draft, { today: input.asOf, birthDate: input.birthDate });
  // A text where the event has no room for one may be the reason for a warning, so it is judged last.
  const others = errors.filter((e) => e.code !== 'text-not-allowed');
  if (others.length > 0 || !isOsloDate(request.occurredOn)) return faulty(errors);

  const event: DecidedEvent = { type: spec.records, kind: 'decision', occurredOn: request.occurredOn, data };
  const warnings = [...state.warnings, ...warningsOf(input, judged, event)];
  if (warnings.length === 0) return errors.length > 0 ? faulty(errors) : { ok: true, event, warnings };
  return request.hasText ? { ok: true, event, warnings } : faulty(warnings.map(reasonRequired));
}

const refused = (refusal: Refusal): Decision => ({ ok: false, refusal, errors: [] });
const faulty = (errors: readonly DataError[]): Decision => ({ ok: false, refusal: null, errors });
const reasonRequired = ({ sentence }: Refusal): DataError => ({ path: '/text', code: 'reason-required', sentence: `${sentence.nb} Skriv en begrunnelse.` });

const unknownCommand = (command: string, definition: string): Refusal => ({
  code: 'unknown-command',
  sentence: { nb: `Kommandoen «${command}» finnes ikke i ${definition}.`, en: `There is no command “${command}” in ${definition}.` },
});

/** What would be amiss once the event stood: findings that it causes, and dates longer than what guides them. */
function warningsOf(input: PathwayInput, judged: Judged, event: DecidedEvent): Refusal[] {
  const before = evaluationOf(input, judged);
  const after = evaluate({ ...input, knownAt: EVERYTHING_KNOWN, events: [...known(input), trial(event)] });
  return [...findingWarnings(input, before, after), ...guidedWarnings(input, before, after)];
}

const known = ({ events, knownAt }: PathwayInput): LedgerEvent[] => events.filter((e) => e.position <= knownAt);

const trial = (event: DecidedEvent): LedgerEvent => ({ ...event, id: TRIAL, position: EVERYTHING_KNOWN, recordedAt: '' });

/** The findings that were not there before, on the event itself or on facts that it makes unfitting. */
function findingWarnings(input: PathwayInput, before: Evaluation, after: Evaluation): Refusal[] {
  const { source } = input.rules.definition(after.regime.definition.id, after.regime.definition.version);
  const isNew = (f: Finding): boolean => !before.findings.some((b) => b.code === f.code && b.fact === f.fact && b.rule === f.rule);
  return after.findings.filter(isNew).map((finding) => ({ code: finding.code, sentence: { nb: findingSentence(finding, source) } }));
}

function findingSentence({ code, occurredOn, rule, detail }: Finding, source: Definition): string {
  const title = [...source.requirements, ...source.clocks].find((r) => r.id === rule)?.title.nb;
  const missing = [detail['missing'] ?? []].flat().join(', ');
  switch (code) {
    case 'requirement-blocks':
      return `${title}: mangler ${missing}. Det registreres, men regnes ikke som gjennomført.`;
    case 'requirement-not-met':
      return `${title}: mangler ${missing}.`;
    case 'met-before-start':
      return `${title}: det som oppfyller den, er registrert før den begynner å løpe ${String(detail['startOn'])}.`;
    case 'new-date-after-breach':
      return `Fristen ${String(detail['old'])} er alt passert. En ny dato endrer ikke bruddet.`;
    case 'unexpected-in-step': {
      const event = source.events[String(detail['event'])]?.title.nb;
      const step = source.steps.find((s) => s.id === detail['step'])?.title.nb;
      return `«${event}» ${occurredOn} er ikke ventet i steget «${step}», og blir lagt på listen over avvik.`;
    }
    default:
      return 'Dette passer ikke med det som er registrert før, og blir lagt på listen over avvik.';
  }
}

/** A date given on a guided clock that is later than the guide's own (e.g. an individual frist beyond the proposed one). */
function guidedWarnings(input: PathwayInput, before: Evaluation, after: Evaluation): Refusal[] {
  const { source } = input.rules.definition(after.regime.definition.id, after.regime.definition.version);
  const warnings: Refusal[] = [];
  for (const guide of source.clocks.filter((c) => c.guidesClock !== undefined)) {
    const guided = after.clocks.findLast((row) => row.clock === guide.guidesClock);
    const limit = after.clocks.findLast((row) => row.clock === guide.id);
    if (guided?.dueOn == null || limit?.dueOn == null || guided.dueOn <= limit.dueOn) continue;
    if (before.clocks.find((row) => row.key === guided.key)?.dueOn === guided.dueOn) continue;
    warnings.push({
      code: 'longer-than-guiding',
      sentence: {
        nb: `Datoen ${guided.dueOn} er senere enn den veiledende fristen ${limit.dueOn} (${guide.id}).`,
        en: `The date ${guided.dueOn} is later than the guiding frist ${limit.dueOn} (${guide.id}).`,
      },
    });
  }
  return warnings;
}
