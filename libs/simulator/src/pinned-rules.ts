import type { LoadedRules } from '@forlop/definitions';
import type { Definition, Regime } from '@forlop/pathway';

/**
 * The same rules, for a ledger of its own in which every new pathway starts on this regime: its version counts as the
 * newest, its calendar as the definition's and its parameters as the defaults.
 */
export function pinnedRules(rules: LoadedRules, { definition, calendar, parameters }: Regime): LoadedRules {
  const { source } = rules.definition(definition.id, definition.version);
  const pinned: Definition = {
    ...source,
    calendar,
    parameters: Object.fromEntries(Object.entries(source.parameters).map(([name, spec]) => [name, { ...spec, default: parameters[name] ?? spec.default }])),
  };
  const isPinned = (id: string) => id === definition.id;
  return {
    ...rules,
    latestDefinition: (id, on) => (isPinned(id) ? pinned : rules.latestDefinition(id, on)),
    definitionFor: (reasons, on) => {
      const found = rules.definitionFor(reasons, on);
      return found !== null && isPinned(found.id) ? pinned : found;
    },
  };
}
