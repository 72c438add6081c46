import { CalendarError, calendarById } from '@forlop/calendar';
import type { CheckContext } from './context.js';

const RULE_LISTS = ['groups', 'requirements', 'clocks', 'duties', 'plans', 'countables', 'retention'] as const;

/** Ids are unique, and a rule id names one rule only, of whatever sort, so that searching for it finds that rule. */
export function checkIds(context: CheckContext): void {
  const { definition, report } = context;
  for (const lists of [RULE_LISTS, ['steps'] as const, ['commands'] as const, ['courses'] as const, ['meetings'] as const]) {
    const seen = new Map<string, string>();
    for (const list of lists) {
      for (const [index, { id }] of (definition[list] ?? []).entries()) {
        const before = seen.get(id);
        if (before !== undefined) report([list, index, 'id'], 'duplicate-id', `«${id}» finnes alt i ${before}.`);
        else seen.set(id, list);
      }
    }
  }
  for (const [p, plan] of definition.plans.entries()) {
    for (const [i, item] of plan.items.entries()) {
      if (plan.items.findIndex((other) => other.id === item.id) !== i) report(['plans', p, 'items', i, 'id'], 'duplicate-id', `«${item.id}» finnes to ganger i planen.`);
    }
  }
  checkHead(context);
}

function checkHead({ definition, report }: CheckContext): void {
  const { calendar, validFrom, validTo } = definition;
  if (validTo !== undefined && validTo < validFrom) report(['validTo'], 'period-backwards', 'Definisjonen slutter å gjelde før den begynner.');
  try {
    calendarById(calendar.id, calendar.version);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    report(['calendar'], 'unknown-calendar', error.message);
  }
}
