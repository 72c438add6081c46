import { canonicalJson, clockStatus, evaluate, type ClockRow, type Definition, type Evaluation, type Finding, type Obligation } from '@forlop/pathway';
import type { OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { openPathway } from '../core/open-pathway.js';
import { evaluateWith, kernelInputOf } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import type { Actor } from '../types/actor.js';
import type { ClockChange, ClockSays, CommandPreview, ObligationNamed, PreviewResult, StepNamed } from '../types/preview.js';
import type { CommandInput } from '../types/writing.js';
import { judge } from './command.js';

/** What a command would change: judged and evaluated as the command is, and nothing is written. */
export function previewCommand(context: LedgerContext, pathwayId: string, input: CommandInput, actor: Actor): Promise<PreviewResult> {
  return inTransaction(context.database, async (transaction): Promise<PreviewResult> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const judged = judge(context, pathway, input, actor);
    if (judged.outcome !== 'allowed') return judged;
    const before = evaluate(kernelInputOf(context, pathway));
    const after = evaluateWith(context, pathway, [judged.draft]);
    const { source } = context.rules.definition(after.regime.definition.id, after.regime.definition.version);
    return { outcome: 'possible', preview: { pathwayId, position: pathway.head.headPosition, warnings: judged.warnings, ...changesBetween(before, after, source) } };
  });
}

/** What differs from one evaluation to the next. */
function changesBetween(before: Evaluation, after: Evaluation, source: Definition): Omit<CommandPreview, 'pathwayId' | 'position' | 'warnings'> {
  const isFinal = ({ noNextStepFrom, active, asOf }: Evaluation): boolean => active && noNextStepFrom !== null && noNextStepFrom <= asOf;
  return {
    asOf: after.asOf,
    step: { before: stepNamed(before, source), after: stepNamed(after, source) },
    clocks: clockChanges(before, after, source),
    opens: without(openOf(after), openOf(before)).map((one) => obligationNamed(one, source)),
    closes: without(openOf(before), openOf(after)).map((one) => obligationNamed(one, source)),
    nextSteps: after.nextSteps,
    noNextStep: isFinal(after),
    findings: newFindings(before.findings, after.findings),
  };
}

function stepNamed({ step }: Evaluation, source: Definition): StepNamed {
  return { id: step, title: source.steps.find(({ id }) => id === step)?.title.nb ?? step };
}

function clockChanges(before: Evaluation, after: Evaluation, source: Definition): ClockChange[] {
  const earlier = new Map(before.clocks.map((row) => [row.key, row]));
  const later = new Map(after.clocks.map((row) => [row.key, row]));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((key): ClockChange => {
      const [was, becomes] = [earlier.get(key), later.get(key)];
      const { clock, kind } = (becomes ?? was)!;
      const title = source.clocks.find(({ id }) => id === clock)?.title.nb ?? clock;
      return { key, clock, title, kind, before: saysOrNull(was, before.asOf), after: saysOrNull(becomes, after.asOf) };
    })
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
}

const saysOrNull = (row: ClockRow | undefined, asOf: OsloDate): ClockSays | null => (row === undefined ? null : says(row, asOf));

function says(row: ClockRow, asOf: OsloDate): ClockSays {
  const { dueOn, bookedOn, metOn, delayCause } = row;
  return { dueOn, status: clockStatus(row, asOf), bookedOn, metOn, delayCause, breachBy: breachBy(row) };
}

/** MOVE-1, MOVE-2: a postponement never moves the frist; it decides whose breach it is when the planned day lies after it. */
function breachBy({ dueOn, bookedOn, metOn, endedOn, lapses, passedByPatient }: ClockRow): ClockSays['breachBy'] {
  const late = metOn ?? bookedOn;
  if (dueOn === null || late === null || late <= dueOn || lapses || (endedOn !== null && endedOn <= dueOn)) return null;
  return passedByPatient ? 'patient' : 'hospital';
}

/** Open now or planned for a later day. */
const openOf = ({ obligations, asOf }: Evaluation): readonly Obligation[] => obligations.filter(({ closesOn }) => closesOn === null || closesOn > asOf);

function without(these: readonly Obligation[], those: readonly Obligation[]): readonly Obligation[] {
  const known = new Set(those.map(({ key }) => key));
  return these.filter(({ key }) => !known.has(key));
}

function obligationNamed({ key, kind, duty, to, opensOn, needsConfirmation }: Obligation, source: Definition): ObligationNamed {
  return { key, kind, duty, title: source.duties.find(({ id }) => id === duty)?.title.nb ?? duty, to, opensOn, needsConfirmation };
}

function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map((finding) => canonicalJson(finding)));
  return after.filter((finding) => !known.has(canonicalJson(finding)));
}
