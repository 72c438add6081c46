import { LineCounter, parseDocument, type Document } from 'yaml';
import { ScenarioError, pathText, schemaProblems, type PlacedProblem, type ScenarioProblem } from './problems.js';
import { scenarioSchema, type ScenarioFile } from './schema.js';

/** A scenario file that has the right shape, and where in the text each part stands. */
export interface ReadScenario {
  readonly file: ScenarioFile;
  /** Gives problems found later their lines. */
  readonly place: (problems: readonly PlacedProblem[]) => ScenarioProblem[];
}

/**
 * Reads a scenario's text, YAML 1.2 or JSON.
 * @param name of the file, for messages.
 * @throws ScenarioError with all that is wrong with its shape.
 */
export function readScenario(text: string, name: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new ScenarioError(name, document.errors.map((error) => ({ path: '', line: error.linePos?.[0].line ?? null, sentence: `Filen er ikke gyldig YAML eller JSON: ${firstLine(error.message)}` })));
  }
  const place = (problems: readonly PlacedProblem[]) => problems.map(({ path, sentence }) => ({ path: pathText(path), line: lineOf(path, document, lines), sentence }));
  const json: unknown = document.toJS();
  const result = scenarioSchema.safeParse(json);
  if (!result.success) throw new ScenarioError(name, place(schemaProblems(result.error, json)));
  return { file: result.data, place };
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
