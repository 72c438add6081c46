import type { operations } from '../../client/schema.js';
import type { CellQuestion, CellRow } from './queries.js';
import { daysOf, proposedYear } from './period.js';
import { cohorts, outcomes, type RevisionSearch } from './search.js';

/** What is asked of the API; whether distributions are wanted is another matter. */
export type Question = Omit<operations['complianceReport']['parameters']['query'], 'detail'>;

export const periodOf = ({ periode }: RevisionSearch): string => (periode === undefined ? proposedYear() : String(periode));

/** The question that the address holds, over all organisations that whoever asks may see; lines are chosen from its answer. */
export function questionOf(search: RevisionSearch): Question {
  const { forlop, frist, etter, dag, kjent, versjon, variant, steg } = search;
  return {
    ...daysOf(periodOf(search))!,
    ...(dag !== undefined && { asOf: dag }),
    ...(typeof kjent === 'string' ? { knownOn: kjent } : kjent !== undefined && { knownAt: kjent }),
    ...(etter !== undefined && { cohort: cohorts[etter] }),
    ...(forlop !== undefined && { definition: forlop }),
    ...(frist !== undefined && { clock: frist }),
    ...(versjon !== undefined && { version: versjon }),
    ...(variant !== undefined && { variant }),
    ...(steg !== undefined && { step: steg }),
  };
}

/** The same for one organisation with all below it. */
export const questionAt = (search: RevisionSearch, org: string | undefined): Question => ({ ...questionOf(search), ...(org !== undefined && { org }) });

/** The frister behind the number that is open. */
export function cellQuestionOf(search: RevisionSearch): CellQuestion {
  const { vis = 'startet', ved, enhet, grunn, arsak, forvrenger } = search;
  const outcome = outcomes[vis];
  return {
    ...questionAt(search, ved ?? enhet),
    ...(outcome !== undefined && { outcome }),
    ...(grunn !== undefined && { reason: grunn }),
    ...(arsak !== undefined && { cause: arsak as NonNullable<CellRow['cause']> }),
    ...(forvrenger !== undefined && { defect: forvrenger as NonNullable<CellRow['defect']> | 'any' }),
  };
}

/** The question as it is sent for a file. */
export function fileSearch(question: Question): string {
  return new URLSearchParams(Object.entries(question).map(([key, value]) => [key, String(value)])).toString();
}

/** What NPR-shaped rows are asked by: they are of referrals, whichever clock or cohort the report shows. */
export function nprSearch({ from, to, asOf, knownAt, knownOn, org, definition }: Question): string {
  return new URLSearchParams(Object.entries({ from, to, asOf, knownAt, knownOn, org, definition }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))).toString();
}
