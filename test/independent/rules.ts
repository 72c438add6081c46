import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRules, ruleDocument } from '@forlop/definitions';
import { compile, type ClockSpec, type Definition, type Rules } from '@forlop/pathway';

/** The shipped pathways and an invented next version of each, with the documents that tell of them. */
export interface TestedRules {
  readonly rules: Rules;
  readonly versions: readonly Definition[];
  /** Paths of the readable rules, one for each version. */
  readonly documents: readonly string[];
  /** Where those lie, to be removed afterwards. */
  readonly folder: string;
}

/** Other lengths and warnings, a longer follow-up, one clock fewer: what a new version could bring a patient who is moved. */
function next(definition: Definition): Definition {
  const clock = (spec: ClockSpec): ClockSpec => {
    if (spec.id === 'FRIST-VURDERING') return { ...spec, due: { after: [{ span: { value: 8, unit: 'virkedag' } }] } };
    if (spec.id === 'OVERFORING') return { ...spec, due: { after: [{ span: { value: 1, unit: 'ar' } }] }, warn: { after: { value: 1, unit: 'maned' } } };
    if (spec.due === undefined || 'field' in spec.due || spec.status !== 'proposed') return spec;
    return { ...spec, due: { after: spec.due.after.map(({ span, ...rest }) => ({ ...rest, span: { ...span, value: span.value + (spec.id.length % 3) - 1 || 1 } })) } };
  };
  return { ...definition, version: '1.1.0', clocks: definition.clocks.filter(({ id }) => id !== 'HELFO-BESKJED').map(clock), duties: [] };
}

export function testedRules(): TestedRules {
  const shipped = loadRules();
  const versions = shipped.definitions().flatMap((definition) => [definition, next(definition)]);
  const compiled = new Map(versions.map((definition) => [`${definition.id}@${definition.version}`, compile(definition)]));
  const folder = mkdtempSync(join(tmpdir(), 'forlop-rules-'));
  const documents = versions.map((definition) => {
    const path = join(folder, `${definition.id}-${definition.version}.md`);
    writeFileSync(path, ruleDocument(definition));
    return path;
  });
  return { rules: { definition: (id, version) => compiled.get(`${id}@${version}`)!, calendar: (id, version) => shipped.calendar(id, version) }, versions, documents, folder };
}
