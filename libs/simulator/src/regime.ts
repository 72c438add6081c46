import { calendarById } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import type { Definition, Regime, Scalar } from '@forlop/pathway';

/** An id with or without a version: `langvarig-utmattelse@1.0.0`. */
export function splitVersion(text: string): { readonly id: string; readonly version: string | undefined } {
  const at = text.indexOf('@');
  return at < 0 ? { id: text, version: undefined } : { id: text.slice(0, at), version: text.slice(at + 1) };
}

/** The definition of `id[@version]`; without a version the newest. @throws UnknownDefinitionError. */
export function definitionNamed(rules: LoadedRules, text: string): Definition {
  const { id, version } = splitVersion(text);
  return version === undefined ? rules.latestDefinition(id) : rules.definition(id, version).source;
}

/** The calendar of `id[@version]`; without a version the newest. @throws CalendarError. */
export function calendarNamed(text: string): Regime['calendar'] {
  const named = splitVersion(text);
  const { id, version } = calendarById(named.id, named.version);
  return { id, version };
}

/** The definition's parameters, those that are given in place of its defaults. */
export function parametersOf(definition: Definition, given: Readonly<Record<string, Scalar>>): Record<string, Scalar> {
  return { ...Object.fromEntries(Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default])), ...given };
}

/** What is wrong with a parameter, or undefined when the definition has it with this value. */
export function parameterFault(definition: Definition, name: string, value: Scalar): string | undefined {
  const spec = Object.hasOwn(definition.parameters, name) ? definition.parameters[name] : undefined;
  if (spec === undefined) {
    return `${definition.id} ${definition.version} har ikke parameteren «${name}». Kjente parametere: ${Object.keys(definition.parameters).join(', ') || 'ingen'}.`;
  }
  return spec.values.includes(value) ? undefined : `«${name}» kan være ${spec.values.join(', ')}, ikke «${String(value)}».`;
}
