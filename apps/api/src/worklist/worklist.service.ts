import { Inject, Injectable } from '@nestjs/common';
import type { OsloDate } from '@forlop/calendar';
import { worklistColumns, type worklistCountsSchema, type worklistExportQuerySchema, type worklistPageSchema, type WorklistQueryParameters } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger, WorklistQuery, WorklistRow } from '@forlop/ledger';
import type * as z from 'zod';
import { concerns, noted } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { csvOf } from '@forlop/documents';
import { LEDGER, RULES } from '../tokens.js';
import { personMeant } from '../daily-work/person-meant.js';
import { withTitles } from './row-titles.js';
import { worklistLines } from './worklist-lines.js';

type WorklistPage = z.input<typeof worklistPageSchema>;

/** A file with more is one that nobody reads, and takes long to make. */
export const mostExported = 5_000;
const pageOfExport = 200;

function ledgerQuery({ org, sort, descending, cursor, limit, asOf, person, ...filter }: WorklistQueryParameters): WorklistQuery {
  const wanted = { ...filter, person: person === undefined ? undefined : personMeant(person), organisationIds: org };
  return { filter: given(wanted), ...given({ sort, descending, cursor, limit, asOf }) };
}

/** Lists of pathways, and how many there are in each pile. */
@Injectable()
export class WorklistService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
  ) {}

  /** The whole selection as a file. Who is in it, how many and by which filter is logged before it is sent, so it is read in full first. */
  async file({ columns = [...worklistColumns], ...query }: z.output<typeof worklistExportQuerySchema>): Promise<string> {
    const rows: WorklistRow[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await this.ledger.worklist(ledgerQuery({ ...query, limit: pageOfExport, cursor }));
      rows.push(...page.rows);
      cursor = page.nextCursor;
      if (rows.length > mostExported) throw new ApiProblem('invalid-input', `Utvalget har mer enn ${mostExported} rader. Avgrens listen med et filter.`, { code: 'too-many-rows' });
    }
    concerns(rows.map(({ pathwayId }) => pathwayId));
    noted({ rows: rows.length, filter: JSON.stringify({ ...query, columns }).slice(0, 1000) });
    return csvOf(worklistLines(rows, columns, ({ definition: { id, version } }) => this.rules.definition(id, version).source));
  }

  async page(query: WorklistQueryParameters): Promise<WorklistPage> {
    const page = await this.ledger.worklist(ledgerQuery(query));
    return { ...page, rows: page.rows.map((row) => withTitles(row, this.rules)), more: page.nextCursor !== null };
  }

  counts(organisationIds: string[] | undefined, asOf: OsloDate | undefined): Promise<z.input<typeof worklistCountsSchema>> {
    return this.ledger.worklistCounts(given({ organisationIds, asOf }));
  }
}
