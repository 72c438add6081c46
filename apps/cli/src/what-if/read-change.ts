import { readFile } from 'node:fs/promises';
import { DefinitionError, loadTrialDefinition, type LoadedRules } from '@forlop/definitions';
import { applyPatch, checkPatch, readPatch, replaceDefinition, type Patch, type RulesChange } from '@forlop/what-if';
import { wrongUse } from '../failure.js';
import type { Io } from '../io.js';

/** Where the change is told. */
export interface ChangeOptions {
  readonly patch?: string;
  readonly definition?: string;
  readonly set: readonly string[];
  readonly calendar?: string;
  readonly parameter: readonly string[];
}

/** The rules with the change that the command line tells, and what it is called. @throws Failure, PatchError, DefinitionError. */
export async function readChange(options: ChangeOptions, rules: LoadedRules, io: Io): Promise<{ readonly change: RulesChange; readonly title: string | null }> {
  const small = onTheLine(options, rules);
  if (options.definition !== undefined) {
    if (options.patch !== undefined || small !== null) throw wrongUse('bad-change', 'Gi enten en hel definisjon med --definition eller en endring, ikke begge.');
    const definition = loadTrialDefinition(json(await textOf(options.definition, io), options.definition));
    return { change: replaceDefinition(rules, definition), title: definition.title.nb };
  }
  if (options.patch === undefined && small === null) throw wrongUse('no-change', 'Si hva som skal være annerledes: --patch, --set, --calendar, --parameter eller --definition.');
  const file: Patch = options.patch === undefined ? {} : readPatch(await textOf(options.patch, io));
  const patch = checkPatch({ ...file, ...small, clocks: { ...file.clocks, ...small?.clocks }, parameters: { ...file.parameters, ...small?.parameters } });
  return { change: applyPatch(rules, patch), title: patch.title ?? null };
}

function onTheLine({ set, calendar, parameter }: ChangeOptions, rules: LoadedRules): Patch | null {
  if (set.length === 0 && parameter.length === 0 && calendar === undefined) return null;
  return {
    ...(calendar !== undefined && { calendar }),
    clocks: Object.fromEntries(set.map((text) => pair(text, '--set FRIST-VURDERING="7 virkedager"'))),
    parameters: Object.fromEntries(parameter.map((text) => {
      const [name, value] = pair(text, '--parameter tidssett=nettverk');
      // Values are typed as text here; the definitions know whether they are numbers or true and false.
      return [name, rules.definitions().flatMap((one) => one.parameters[name]?.values ?? []).find((allowed) => String(allowed) === value) ?? value];
    })),
  };
}

function pair(text: string, example: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw wrongUse('bad-change', `«${text}» skal ha navn og verdi, for eksempel ${example}.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

async function textOf(file: string, io: Io): Promise<string> {
  if (file === '-') return standardInput(io);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrongUse('unreadable-file', `Filen ${file} kan ikke leses: ${(error as Error).message}`);
  }
}

async function standardInput(io: Io): Promise<string> {
  let text = '';
  for await (const piece of io.input()) text += piece;
  return text;
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DefinitionError([{ document: file, path: '', code: 'not-json', sentence: `Filen er ikke gyldig JSON: ${(error as Error).message}` }]);
  }
}
