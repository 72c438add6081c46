import type { Definition, EventSpec } from '@forlop/pathway';
import { pointer, type DefinitionProblem } from './problem.js';
import { lists, tables, type DefinitionFile, type FragmentFile } from './schema/definition.js';

/** Where a part of the joined definition was written. */
export interface Origin {
  readonly document: string;
  readonly path: string;
}

/** A definition joined with its fragments, where its parts come from, and what could not be joined. */
export interface Composition {
  readonly definition: Definition;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly DefinitionProblem[];
}

interface Document {
  readonly name: string;
  readonly file: DefinitionFile | FragmentFile;
}

const TABLES = Object.keys(tables) as (keyof typeof tables)[];
const LISTS = Object.keys(lists) as (keyof typeof lists)[];

/**
 * Joins a definition with the fragments it includes, each once and in order of inclusion, its own parts last. Two entries of
 * one key in a table are a problem (`duplicate-key`); equal ids in lists are found by the checks that follow.
 */
export function compose(file: DefinitionFile, fragments: ReadonlyMap<string, FragmentFile>): Composition {
  const problems: DefinitionProblem[] = [];
  const documents = inclusionOrder({ name: `${file.id}@${file.version}`, file }, fragments, problems);
  const origins = new Map<string, Origin>();
  const joined: Record<string, unknown> = Object.fromEntries([
    ...TABLES.map((table) => [table, joinTables(documents, table, origins, problems)]),
    ...LISTS.map((list) => [list, joinLists(documents, list, origins)]),
  ]);
  joined['events'] = addFields(joined['events'] as Record<string, EventSpec>, documents, origins, problems);
  const { $schema: _, includes: __, eventFields: ___, ...own } = file;
  return { definition: { ...own, ...joined } as Definition, origins, problems };
}

/** The documents from the innermost fragment out; a fragment that several include stands where it is met first. */
function inclusionOrder(root: Document, fragments: ReadonlyMap<string, FragmentFile>, problems: DefinitionProblem[]): Document[] {
  const ordered: Document[] = [];
  const open: string[] = [];
  const visit = (document: Document): void => {
    open.push(document.name);
    for (const [index, name] of (document.file.includes ?? []).entries()) {
      const problem = (code: string, sentence: string) => problems.push({ document: document.name, path: pointer(['includes', index]), code, sentence });
      const fragment = fragments.get(name);
      if (fragment === undefined) problem('unknown-fragment', `Fragmentet «${name}» finnes ikke. Kjente fragmenter: ${[...fragments.keys()].join(', ') || 'ingen'}.`);
      else if (open.includes(name)) problem('circular-include', `Fragmentet «${name}» inkluderer seg selv: ${[...open, name].join(' → ')}.`);
      else if (!ordered.some((d) => d.name === name)) visit({ name, file: fragment });
    }
    open.pop();
    ordered.push(document);
  };
  visit(root);
  return ordered;
}

function joinTables(documents: readonly Document[], table: keyof typeof tables, origins: Map<string, Origin>, problems: DefinitionProblem[]): Record<string, unknown> {
  const joined: Record<string, unknown> = {};
  for (const { name, file } of documents) {
    for (const [key, value] of Object.entries(file[table] ?? {})) {
      const path = pointer([table, key]);
      const earlier = origins.get(path);
      if (earlier !== undefined) {
        problems.push({ document: name, path, code: 'duplicate-key', sentence: `«${key}» finnes alt i ${earlier.document}.` });
        continue;
      }
      joined[key] = value;
      origins.set(path, { document: name, path });
    }
  }
  return joined;
}

function joinLists(documents: readonly Document[], list: keyof typeof lists, origins: Map<string, Origin>): unknown[] {
  const joined: unknown[] = [];
  for (const { name, file } of documents) {
    for (const [index, value] of (file[list] ?? []).entries()) {
      origins.set(pointer([list, joined.length]), { document: name, path: pointer([list, index]) });
      joined.push(value);
    }
  }
  return joined;
}

/** Adds to events of a fragment the fields that only this pathway asks for. */
function addFields(
  events: Record<string, EventSpec>, documents: readonly Document[], origins: Map<string, Origin>, problems: DefinitionProblem[],
): Record<string, EventSpec> {
  const extended = { ...events };
  for (const { name, file } of documents) {
    for (const [event, fields] of Object.entries(file.eventFields ?? {})) {
      const known = extended[event];
      const path = pointer(['eventFields', event]);
      if (known === undefined) {
        problems.push({ document: name, path, code: 'unknown-event', sentence: `Hendelsen «${event}», som skal få flere felt, finnes ikke.` });
        continue;
      }
      for (const field of Object.keys(fields)) {
        const fieldPath = pointer(['eventFields', event, field]);
        if (known.fields?.[field] !== undefined) {
          problems.push({ document: name, path: fieldPath, code: 'duplicate-key', sentence: `Hendelsen «${event}» har alt feltet «${field}».` });
        }
        origins.set(pointer(['events', event, 'fields', field]), { document: name, path: fieldPath });
      }
      extended[event] = { ...known, fields: { ...fields, ...known.fields } };
    }
  }
  return extended;
}

/** The place in its own document that a path into the joined definition points at. */
export function originOf(path: string, origins: ReadonlyMap<string, Origin>, fallback: string): Origin {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const origin = origins.get(path.slice(0, end));
    if (origin !== undefined) return { document: origin.document, path: origin.path + path.slice(end) };
  }
  return { document: fallback, path };
}
