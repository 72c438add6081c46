import { fieldOf, type CheckContext } from './context.js';
import { mayHold } from './references.js';

/** Every step can be reached, and none but the last ones is a dead end: nobody is left in a step without a way on. */
export function checkSteps({ definition, report }: CheckContext): void {
  const { steps, transitions, initialStep } = definition;
  const reached = new Set([initialStep]);
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const { from, to, milestone } of transitions) {
      if (milestone === true || from === '*' || from.some((step) => reached.has(step))) reached.add(to);
    }
  }
  for (const [index, { id, terminal }] of steps.entries()) {
    if (!reached.has(id)) report(['steps', index], 'unreachable-step', `Ingen overgang fører til steget «${id}».`);
    const leaves = transitions.some(({ from, to }) => from !== '*' && from.includes(id) && to !== id);
    if (terminal !== true && !leaves) report(['steps', index], 'dead-end', `Ingen overgang fører videre fra steget «${id}».`);
  }
  if (!steps.some((s) => s.terminal === true)) report(['steps'], 'no-last-step', 'Ingen av stegene er det siste.');
}

/** Codes asked for can be gathered, and what is gated is an event of the definition (age marks carry nothing). */
export function checkRequirements({ definition, report }: CheckContext): void {
  for (const [index, requirement] of definition.requirements.entries()) {
    const path = ['requirements', index];
    const fields = requirement.gather.map((g) => fieldOf(definition, g.event, g.field));
    for (const [g, field] of fields.entries()) {
      if (field !== undefined && field.type !== 'code' && field.type !== 'codes') report([...path, 'gather', g, 'field'], 'wrong-field-type', 'Krav samles fra felt med koder.');
    }
    const canGather = (code: string) => fields.some((field) => field !== undefined && mayHold(field, code));
    const asked = [
      ...requirement.needs.flatMap((need, n) => need.anyOf.map((code, a) => ({ code, at: ['needs', n, 'anyOf', a] }))),
      ...(requirement.optional ?? []).map(({ code }, o) => ({ code, at: ['optional', o, 'code'] })),
    ];
    for (const { code, at } of asked) {
      if (!canGather(code)) report([...path, ...at], 'unknown-code', `Ingen av feltene som samles, har koden «${code}».`);
    }
    const { gates, onlyAtGate } = requirement;
    if (onlyAtGate === true && gates === undefined) report([...path, 'onlyAtGate'], 'no-gate', 'Kravet skal bare vurderes ved hendelsen det holder igjen, men har ingen slik hendelse (gates).');
    if (gates?.gathered === 'fact' && !requirement.gather.some((g) => g.event === gates.event)) {
      report([...path, 'gates', 'event'], 'gate-gathers-nothing', `Kravet samler ingenting fra «${gates.event}», som det skal holde igjen.`);
    }
  }
}

/** A command sets what its event holds, and leaves room for the reason it may ask for. */
export function checkCommands({ definition, report }: CheckContext): void {
  for (const [index, command] of definition.commands.entries()) {
    const path = ['commands', index];
    const event = definition.events[command.records];
    if (event === undefined) continue;
    if (event.text === undefined) report([...path, 'records'], 'no-room-for-reason', `Hendelsen «${command.records}» må kunne ha fritekst, for en advarsel krever begrunnelse.`);
    for (const [name, value] of Object.entries(command.sets ?? {})) {
      const field = event.fields?.[name];
      if (field === undefined) report([...path, 'sets', name], 'unknown-field', `Hendelsen «${command.records}» har ikke feltet «${name}».`);
      else if (field.type === 'codes' || !mayHold(field, value)) report([...path, 'sets', name], 'unknown-code', `Feltet «${name}» har ikke verdien ${String(value)}.`);
    }
  }
}
