import { fromDayNumber } from '@forlop/calendar';
import { holds } from './compile/compiled.js';
import { NEVER } from './days.js';
import type { FoldState } from './fold/state.js';
import type { CommandState, Refusal } from './types/evaluation.js';

/** Every command of the definition with whether the state allows it, in the definition's order. */
export function commandStatesIn(state: FoldState): CommandState[] {
  return state.definition.commands.map(({ spec, requires, warns }) => {
    const refusal = refusalFor(state, spec.from, spec.requires?.find((_, i) => !holds(requires[i]!, state)));
    return {
      command: spec.id,
      allowed: refusal === null,
      refusal,
      warnings: refusal === null ? (spec.warns ?? []).filter((_, i) => holds(warns[i]!, state)).map(({ code, sentence }) => ({ code, sentence })) : [],
    };
  });
}

function refusalFor(state: FoldState, from: readonly string[] | '*', failed: Refusal | undefined): Refusal | null {
  if (state.everythingEndedOn !== NEVER) {
    const on = fromDayNumber(state.everythingEndedOn);
    return {
      code: 'everything-ended',
      sentence: {
        nb: `Forløpet ble avsluttet ${on}. Registrer en rettelse hvis det er feil.`,
        en: `The pathway ended on ${on}. Record a correction if that is wrong.`,
      },
    };
  }
  if (from !== '*' && !from.includes(state.step)) return wrongStep(state, from);
  return failed === undefined ? null : { code: failed.code, sentence: failed.sentence };
}

function wrongStep(state: FoldState, from: readonly string[]): Refusal {
  const titles = new Map(state.definition.source.steps.map((s) => [s.id, s.title]));
  const nb = (id: string): string => `«${titles.get(id)?.nb ?? id}»`;
  const en = (id: string): string => `“${titles.get(id)?.en ?? titles.get(id)?.nb ?? id}”`;
  return {
    code: 'step-does-not-allow',
    sentence: {
      nb: `Pasienten er i steget ${nb(state.step)}. Dette kan gjøres i ${listed(from.map(nb), 'eller')}.`,
      en: `The patient is in the step ${en(state.step)}. This can be done in ${listed(from.map(en), 'or')}.`,
    },
  };
}

const listed = (items: readonly string[], or: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}`;
