import type { Definition } from '@forlop/pathway';
import type { z } from 'zod';
import { checkDefinition } from './checks/check-definition.js';
import { compose, originOf } from './compose.js';
import { DefinitionError, type DefinitionProblem } from './problem.js';
import { definitionFileSchema, fragmentFileSchema, type DefinitionFile, type FragmentFile } from './schema/definition.js';
import { schemaProblems } from './schema/problems.js';

/**
 * Reads a definition that stands alone, without fragments. Throws {@link DefinitionError} with every problem: first all
 * that the schema finds, and when the shape is right, all that the cross-checks find.
 */
export function parseDefinition(json: unknown): Definition {
  return loadDefinition(json, []);
}

/** Reads a definition and joins it with the fragments that it includes. Throws as {@link parseDefinition}. */
export function loadDefinition(json: unknown, fragments: readonly unknown[]): Definition {
  return loadDefinitions([json], fragments)[0]!;
}

/** Reads several definitions that share fragments. Throws {@link DefinitionError} with the problems of all of them. */
export function loadDefinitions(documents: readonly unknown[], fragments: readonly unknown[]): Definition[] {
  const misshapen: DefinitionProblem[] = [];
  const known = readFragments(fragments, misshapen);
  const files = documents.map((json) => read(definitionFileSchema, json, misshapen)).filter((file) => file !== null);
  if (misshapen.length > 0) throw new DefinitionError(misshapen);

  const joined = files.map((file) => joinDefinition(file, known));
  const problems = new Map(joined.flatMap((j) => j.problems).map((p) => [JSON.stringify(p), p]));
  if (problems.size > 0) throw new DefinitionError([...problems.values()]);
  return joined.map((j) => j.definition);
}

function readFragments(fragments: readonly unknown[], problems: DefinitionProblem[]): ReadonlyMap<string, FragmentFile> {
  const known = new Map<string, FragmentFile>();
  for (const json of fragments) {
    const fragment = read(fragmentFileSchema, json, problems);
    if (fragment === null) continue;
    const name = `${fragment.fragment}@${fragment.version}`;
    if (known.has(name)) problems.push({ document: name, path: '', code: 'duplicate-id', sentence: `Fragmentet ${name} finnes to ganger.` });
    known.set(name, fragment);
  }
  return known;
}

/** Joins, checks, and says of each finding where it was written. */
function joinDefinition(file: DefinitionFile, fragments: ReadonlyMap<string, FragmentFile>): { definition: Definition; problems: readonly DefinitionProblem[] } {
  const { definition, origins, problems } = compose(file, fragments);
  const found = checkDefinition(definition).map((finding) => ({
    ...finding,
    ...originOf(finding.path, origins, `${definition.id}@${definition.version}`),
  }));
  return { definition, problems: [...problems, ...found] };
}

function read<S extends z.ZodType>(schema: S, json: unknown, problems: DefinitionProblem[]): z.output<S> | null {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  problems.push(...schemaProblems(result.error, json, nameOf(json)));
  return null;
}

/** The document's own name as far as it has one. */
function nameOf(json: unknown): string {
  if (json === null || typeof json !== 'object') return '(dokument)';
  const { id, fragment, version } = json as { id?: unknown; fragment?: unknown; version?: unknown };
  return `${String(id ?? fragment ?? '(uten id)')}@${String(version ?? '?')}`;
}
