import type { whatIfFlipsSchema, whatIfJobSchema, whatIfJobsSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { StoredWhatIf } from '@forlop/ledger';
import type { Change, Compared, Flip, WhatIfResult } from '@forlop/what-if';
import type * as z from 'zod';

type Shown = z.input<typeof whatIfJobSchema>;
type Names = ReadonlyMap<string, string>;

/** A job without its result. */
export function jobLine({ id, title, state, askedAt, read, total, problem }: StoredWhatIf): z.input<typeof whatIfJobsSchema>['jobs'][number] {
  return { id, title, state, askedAt, read, total, problem };
}

/** A job with its result, where it is done. */
export function jobShown(job: StoredWhatIf, result: WhatIfResult | null, rules: LoadedRules, names: Names): Shown {
  return { ...jobLine(job), result: result === null ? null : resultShown(result, rules, names) };
}

function resultShown({ kernel, asOf, knownAt, change, pathways, clocks, cells, flips, sha256 }: WhatIfResult, rules: LoadedRules, names: Names): NonNullable<Shown['result']> {
  const titles = new Map(rules.definitions().flatMap((definition) => definition.clocks.map(({ id, title }) => [id, title.nb])));
  const compared = ({ clock, before, after, changes, moved }: Compared) => ({ clock, title: titles.get(clock) ?? clock, before, after, changes: changesOf(changes), moved });
  return {
    kernel, asOf, knownAt, pathways, sha256,
    definitions: Object.entries(change.definitions).map(([named, { ran, sha256: hash }]) => ({ named, ran, sha256: hash })),
    calendar: change.calendar,
    parameters: change.parameters,
    clocks: clocks.map(compared),
    cells: cells.map((cell) => ({ organisation: organisationOf(cell.organisationId, names), definition: cell.definition, ...compared(cell) })),
    flips: flips.total,
    listed: flips.listed.length,
  };
}

type ChangeLine = NonNullable<Shown['result']>['clocks'][number]['changes'][number];

const changesOf = (changes: Compared['changes']): ChangeLine[] =>
  (Object.entries(changes) as [Change, number][]).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([change, n]) => {
    const [from, to] = change.split(' > ') as [ChangeLine['from'], ChangeLine['to']];
    return { from, to, n };
  });

const organisationOf = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

/** An occurrence with another outcome, as a row. */
export function flipShown({ pathwayId, organisationId, clock, key, before, after }: Flip, names: Names): z.input<typeof whatIfFlipsSchema>['rows'][number] {
  return { pathwayId, organisation: organisationOf(organisationId, names), clock, key, before, after };
}
