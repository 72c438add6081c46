import type { AnswerSpec, ClockSpec, Definition, DutySpec } from '@forlop/pathway';
import type { CheckContext } from './context.js';
import { mayHold } from './references.js';

/** What an answer means exists, holds what is given with it, and what says that it is done does away with what is asked. */
export function checkAnswers(context: CheckContext): void {
  for (const [index, duty] of context.definition.duties.entries()) {
    for (const [answer, spec] of Object.entries(duty.answers ?? {})) checkAnswer(context, duty, answer, spec, ['duties', index, 'answers', answer]);
  }
}

function checkAnswer({ definition, clocks, report }: CheckContext, duty: DutySpec, answer: string, spec: AnswerSpec, path: readonly PropertyKey[]): void {
  const command = definition.commands.find(({ id }) => id === spec.command);
  if (command === undefined) return report([...path, 'command'], 'unknown-command', `Kommandoen «${spec.command}» finnes ikke.`);
  const fields = definition.events[command.records]?.fields ?? {};
  for (const [name, value] of Object.entries(spec.data ?? {})) {
    const field = fields[name];
    if (field === undefined) report([...path, 'data', name], 'unknown-field', `Hendelsen «${command.records}» har ikke feltet «${name}».`);
    else if (field.type === 'codes' || !mayHold(field, value)) report([...path, 'data', name], 'unknown-code', `Feltet «${name}» har ikke verdien ${String(value)}.`);
  }
  if (spec.reminderIn !== undefined && fields[spec.reminderIn]?.type !== 'id') report([...path, 'reminderIn'], 'wrong-field-type', `«${spec.reminderIn}» må være et felt av typen id.`);
  if (answer === 'done' && !closes(duty, clocks.get(duty.clock), command)) report([...path, 'command'], 'does-not-close', `«${spec.command}» lukker ikke plikten «${duty.id}».`);
}

function closes(duty: DutySpec, clock: ClockSpec | undefined, { records }: Definition['commands'][number]): boolean {
  return [...(clock?.metBy ?? []), ...(duty.closedBy ?? [])].some(({ event }) => event === records);
}
