import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calendarById, type OsloDate } from '@forlop/calendar';
import { compile, type CompiledDefinition, type Definition, type Rules } from '@forlop/pathway';
import { loadDefinition, loadDefinitions } from './load.js';
import { DefinitionError, type DefinitionProblem } from './problem.js';

/** A reason for referral: a code in a code system, such as ICPC-2 A04. */
export interface ReasonCode {
  /** `urn:oid:…` of the code system, as the definitions' `intake` names it. */
  readonly system: string;
  readonly code: string;
}

/** All pathways that this installation knows, ready for the kernel. */
export interface LoadedRules extends Rules {
  /** Every version of every definition, sorted by id and version. */
  definitions(): readonly Definition[];
  /** Versions of one definition, the oldest first; empty when it is unknown. */
  definitionVersions(id: string): readonly string[];
  /** The newest version; with a date, the newest that is valid on it. Throws {@link UnknownDefinitionError}. */
  latestDefinition(id: string, on?: OsloDate): Definition;
  /** Each definition that is valid on a date, in its newest version of then, sorted by id. */
  definitionsOn(on: OsloDate): readonly Definition[];
  /** The pathway that takes patients with one of these reasons, the first reason first; null when none does. */
  definitionFor(reasons: readonly ReasonCode[], on?: OsloDate): Definition | null;
}

/** A definition or version was asked for that is not loaded. */
export class UnknownDefinitionError extends Error {
  readonly code = 'unknown-definition';
  constructor(wanted: string, known: readonly string[]) {
    super(`Definisjonen ${wanted} finnes ikke. Kjente definisjoner: ${known.join(', ')}.`);
    this.name = 'UnknownDefinitionError';
  }
}

const SHIPPED = fileURLToPath(new URL('./data/', import.meta.url));
const SCHEMA_FILE = 'definition.schema.json';

/**
 * Loads the shipped definitions and, when given, those in a directory of the installation's own (JSON files of definitions
 * and fragments, in any depth). Throws {@link DefinitionError} with the problems of all files at once.
 */
export function loadRules(options: { readonly extraDirectory?: string } = {}): LoadedRules {
  const directories = [SHIPPED, ...(options.extraDirectory === undefined ? [] : [options.extraDirectory])];
  return registryOf(loadAll(directories.flatMap(readDirectory)));
}

/** Reads a definition that may include the shipped fragments, such as one that is being tried out. Throws {@link DefinitionError}. */
export function loadTrialDefinition(json: unknown): Definition {
  return loadDefinition(json, readDirectory(SHIPPED).filter(isFragment).map((file) => file.json));
}

interface ReadFile {
  readonly name: string;
  readonly json: unknown;
}

function readDirectory(directory: string): ReadFile[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => name.endsWith('.json') && !name.endsWith(SCHEMA_FILE)).map((name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    try {
      return { name, json: JSON.parse(text) as unknown };
    } catch (error) {
      throw new DefinitionError([{ document: name, path: '', code: 'not-json', sentence: `Filen er ikke gyldig JSON: ${(error as Error).message}` }]);
    }
  });
}

const isFragment = (file: ReadFile): boolean => typeof file.json === 'object' && file.json !== null && 'fragment' in file.json;

function loadAll(files: readonly ReadFile[]): Definition[] {
  const json = (wanted: boolean) => files.filter((file) => isFragment(file) === wanted).map((file) => file.json);
  const definitions = loadDefinitions(json(false), json(true));
  const problems = clashes(definitions);
  if (problems.length > 0) throw new DefinitionError(problems);
  return definitions;
}

/** Two definitions of one name and version, or two pathways that take the same reason for referral. */
function clashes(definitions: readonly Definition[]): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const names = new Set<string>();
  const takenBy = new Map<string, string>();
  for (const { id, version, intake } of definitions) {
    const document = `${id}@${version}`;
    if (names.has(document)) problems.push({ document, path: '/version', code: 'duplicate-id', sentence: `${document} finnes to ganger.` });
    names.add(document);
    for (const [system, codes] of Object.entries(intake)) {
      for (const code of codes) {
        const taken = takenBy.get(`${system} ${code}`) ?? id;
        if (taken !== id) problems.push({ document, path: `/intake`, code: 'intake-taken', sentence: `Koden ${code} (${system}) fører alt til ${taken}.` });
        takenBy.set(`${system} ${code}`, taken);
      }
    }
  }
  return problems;
}

function registryOf(loaded: readonly Definition[]): LoadedRules {
  const sorted = [...loaded].sort((a, b) => (a.id === b.id ? compareVersions(a.version, b.version) : a.id < b.id ? -1 : 1));
  const names = sorted.map((d) => `${d.id}@${d.version}`);
  const compiled = new Map<Definition, CompiledDefinition>();
  const ids = [...new Set(sorted.map((d) => d.id))];

  const newest = (id: string, on?: OsloDate): Definition | undefined =>
    sorted.findLast((d) => d.id === id && (on === undefined || (d.validFrom <= on && on <= (d.validTo ?? on))));
  const current = (on?: OsloDate): Definition[] => ids.map((id) => newest(id, on)).filter((d) => d !== undefined);

  return {
    calendar: calendarById,
    definition(id, version) {
      const found = sorted.find((d) => d.id === id && d.version === version);
      if (found === undefined) throw new UnknownDefinitionError(`${id}@${version}`, names);
      const ready = compiled.get(found) ?? compile(found);
      compiled.set(found, ready);
      return ready;
    },
    definitions: () => sorted,
    definitionVersions: (id) => sorted.filter((d) => d.id === id).map((d) => d.version),
    latestDefinition(id, on) {
      const found = newest(id, on);
      if (found === undefined) throw new UnknownDefinitionError(on === undefined ? id : `${id} (gyldig ${on})`, names);
      return found;
    },
    definitionsOn: current,
    definitionFor(reasons, on) {
      const definitions = current(on);
      for (const reason of reasons) {
        const found = definitions.find((d) => (d.intake[reason.system] ?? []).some((code) => takes(code, reason.code)));
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

/** Codes are written with and without a dot (G93.3, G933); a code ending in `*` takes its whole subtree. */
function takes(intake: string, code: string): boolean {
  const plain = (text: string) => text.replaceAll('.', '').toUpperCase();
  return intake.endsWith('*') ? plain(code).startsWith(plain(intake.slice(0, -1))) : plain(code) === plain(intake);
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  return x!.map((part, i) => part - y![i]!).find((difference) => difference !== 0) ?? 0;
}
