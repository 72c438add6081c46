import type { LoadedRules } from '@forlop/definitions';
import { LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import { mappingFaults } from './check.js';
import { MappingError, pathText, schemaProblems, type PlacedProblem } from './problems.js';
import { mappingSchema, type Mapping } from './schema.js';

/**
 * Reads a saved mapping, YAML 1.2 or JSON, and holds it against the pathway that it names.
 * @param name of the file, for messages.
 * @throws MappingError with all that is wrong.
 */
export function readMapping(text: string, name: string, rules: LoadedRules): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new MappingError(name, document.errors.map((error) => ({ path: '', line: error.linePos?.[0].line ?? null, sentence: `Filen er ikke gyldig YAML eller JSON: ${firstLine(error.message)}` })));
  }
  const refuse = (problems: readonly PlacedProblem[]): never => {
    throw new MappingError(name, problems.map(({ path, sentence }) => ({ path: pathText(path), line: lineOf(path, document, lines), sentence })));
  };
  const json: unknown = document.toJS();
  const result = mappingSchema.safeParse(json);
  if (!result.success) return refuse(schemaProblems(result.error, json));
  const faults = mappingFaults(result.data, rules);
  return faults.length > 0 ? refuse(faults) : result.data;
}

/** The mapping's JSON Schema, for editors. */
export function mappingJsonSchema(): unknown {
  return z.toJSONSchema(mappingSchema, { io: 'input', target: 'draft-2020-12' });
}

/** The line of the part itself, or of the nearest part around it that is there. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return null;
}

/** The parser's message goes on with an excerpt of the text. */
const firstLine = (message: string): string => message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
