import type { EventSpec, FieldSpec, WorkCommand } from '@forlop/pathway';
import type { CheckContext } from './context.js';

type Path = readonly PropertyKey[];

/** The work around a pathway ends in commands that exist, with fields and codes that their events have. */
export function checkWork(context: CheckContext): void {
  for (const [p, { settledBy, items }] of context.definition.plans.entries()) {
    if (settledBy !== undefined) checkCodes(context, ['plans', p, 'settledBy'], settledBy.command, settledBy.field, items.map(({ id }) => id));
    for (const [i, { done, notRelevant }] of items.entries()) {
      checkCommand(context, ['plans', p, 'items', i, 'done'], done);
      checkCommand(context, ['plans', p, 'items', i, 'notRelevant'], notRelevant);
    }
  }
  for (const [c, course] of (context.definition.courses ?? []).entries()) {
    for (const end of ['offered', 'movedUp', 'accepted', 'declined', 'notRelevant', 'completed', 'interrupted'] as const) checkCommand(context, ['courses', c, end], course[end]);
  }
  for (const [m, { booked, cancelled, held, participants }] of (context.definition.meetings ?? []).entries()) {
    const path = ['meetings', m];
    checkCommand(context, [...path, 'cancelled'], cancelled);
    checkCommand(context, [...path, 'held'], held);
    if (booked !== undefined) checkField(context, [...path, 'booked'], booked.command, booked.dateField, 'date');
    if (held?.participantsField !== undefined) checkCodes(context, [...path, 'held'], held.command, held.participantsField, participants.map(({ code }) => code));
    if (held?.formField !== undefined) checkField(context, [...path, 'held'], held.command, held.formField, 'code');
    if (held?.contentsField !== undefined) checkField(context, [...path, 'held'], held.command, held.contentsField, 'codes');
  }
}

/** The event that a command records; told of when the command does not exist. */
function eventOf({ definition, report }: CheckContext, path: Path, id: string): EventSpec | undefined {
  const command = definition.commands.find((one) => one.id === id);
  if (command === undefined) report([...path, 'command'], 'unknown-command', `Kommandoen «${id}» finnes ikke.`);
  return command === undefined ? undefined : definition.events[command.records];
}

function checkCommand(context: CheckContext, path: Path, work: WorkCommand | undefined): void {
  if (work === undefined) return;
  const event = eventOf(context, path, work.command);
  if (event === undefined) return;
  for (const [name, value] of Object.entries(work.data ?? {})) {
    const field = event.fields?.[name];
    if (field === undefined) context.report([...path, 'data', name], 'unknown-field', `Hendelsen har ikke feltet «${name}».`);
    else for (const one of [value].flat()) checkCode(context, [...path, 'data', name], field, one);
  }
}

function checkCode({ report }: CheckContext, path: Path, field: FieldSpec, value: unknown): void {
  if (field.codes !== undefined && !Object.hasOwn(field.codes, String(value))) report(path, 'unknown-code', `Feltet har ikke koden «${String(value)}».`);
}

function checkField(context: CheckContext, path: Path, command: string, name: string, type: FieldSpec['type']): FieldSpec | undefined {
  const event = eventOf(context, path, command);
  const field = event?.fields?.[name];
  if (event !== undefined && field?.type !== type) context.report(path, 'wrong-field-type', `Hendelsen må ha feltet «${name}» av typen ${type}.`);
  return field;
}

function checkCodes(context: CheckContext, path: Path, command: string, name: string, codes: readonly string[]): void {
  const field = checkField(context, path, command, name, 'codes');
  if (field !== undefined) for (const code of codes) checkCode(context, path, field, code);
}
