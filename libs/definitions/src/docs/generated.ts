import type { LoadedRules } from '../registry.js';
import { definitionJsonSchema } from '../schema/json-schema.js';
import { eventsDocument } from './events-document.js';
import { ruleDocument } from './rule-document.js';

/**
 * Files that are made from the definitions and checked in, by path from the root of the repository. The rules are those of
 * each definition's newest version, under one name, so that a new version shows as a difference.
 */
export function generatedFiles(rules: LoadedRules): ReadonlyMap<string, string> {
  const newest = [...new Set(rules.definitions().map((d) => d.id))].map((id) => rules.latestDefinition(id)).reverse();
  return new Map([
    ['libs/definitions/src/data/definition.schema.json', `${JSON.stringify(definitionJsonSchema(), null, 1)}\n`],
    ['docs/events.md', `${eventsDocument(newest)}\n`],
    ...newest.map((d): [string, string] => [`docs/rules/${d.id}.md`, ruleDocument(d)]),
  ]);
}
