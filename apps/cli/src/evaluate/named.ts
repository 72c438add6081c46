import type { Definition, Scalar } from '@forlop/pathway';
import { parameterFault } from '@forlop/simulator';
import { wrongUse } from '../failure.js';

/** Parameters from `name=value` texts, each with one of the definition's values. @throws Failure. */
export function parametersFrom(texts: readonly string[], definition: Definition): Record<string, Scalar> {
  return Object.fromEntries(texts.map((text) => parameterFrom(text, definition)));
}

function parameterFrom(text: string, definition: Definition): [string, Scalar] {
  const equals = text.indexOf('=');
  if (equals < 0) throw wrongUse('bad-parameter', `--parameter skal ha navn og verdi, for eksempel --parameter fristsett=nettverk, ikke «${text}».`);
  const [name, value] = [text.slice(0, equals), text.slice(equals + 1)];
  // Values are typed as text here; the definition knows whether they are numbers or true and false.
  const meant = definition.parameters[name]?.values.find((allowed) => String(allowed) === value) ?? value;
  const fault = parameterFault(definition, name, meant);
  if (fault !== undefined) throw wrongUse('bad-parameter', fault);
  return [name, meant];
}
