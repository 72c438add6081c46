import type { whatIfRequestSchema } from '@forlop/contracts';
import { DefinitionError, loadTrialDefinition, type LoadedRules } from '@forlop/definitions';
import { applyPatch, checkPatch, PatchError, readPatch, replaceDefinition, type RulesChange } from '@forlop/what-if';
import type * as z from 'zod';
import { invalidInput } from '../http/api-problem.js';

type Request = z.output<typeof whatIfRequestSchema>;

/** The changed rules that a request asks about, and what they are called. @throws ApiProblem with all that is wrong, each by its path. */
export function changeOf(rules: LoadedRules, patch: Request['patch'], definition: Request['definition']): { readonly title: string | null; readonly change: RulesChange } {
  try {
    if (patch === undefined) {
      const whole = loadTrialDefinition(definition);
      return { title: whole.title.nb, change: replaceDefinition(rules, whole) };
    }
    const read = typeof patch === 'string' ? readPatch(patch) : checkPatch(patch);
    return { title: read.title ?? null, change: applyPatch(rules, read) };
  } catch (error) {
    if (error instanceof DefinitionError) throw invalidInput(error.problems.map(({ path, code, sentence }) => ({ path: `/definition${path}`, code, sentence })));
    if (!(error instanceof PatchError)) throw error;
    const field = patch === undefined ? '/definition' : '/patch';
    throw invalidInput(error.problems.map(({ path, sentence }) => ({ path: `${field}${path === '' ? '' : `/${path}`}`, code: 'bad-patch', sentence })));
  }
}
