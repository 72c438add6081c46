import { Inject, Injectable } from '@nestjs/common';
import type { OsloDate } from '@forlop/calendar';
import type { worklistCountsSchema, worklistPageSchema, WorklistQueryParameters } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { given } from '../http/given.js';
import { LEDGER } from '../tokens.js';

type WorklistPage = z.input<typeof worklistPageSchema>;

/** Lists of pathways, and how many there are in each pile. */
@Injectable()
export class WorklistService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async page({ org, sort, cursor, limit, asOf, ...filter }: WorklistQueryParameters): Promise<WorklistPage> {
    const page = await this.ledger.worklist({ filter: given({ ...filter, organisationIds: org }), ...given({ sort, cursor, limit, asOf }) });
    return { ...page, more: page.nextCursor !== null };
  }

  counts(organisationIds: string[] | undefined, asOf: OsloDate | undefined): Promise<z.input<typeof worklistCountsSchema>> {
    return this.ledger.worklistCounts(given({ organisationIds, asOf }));
  }
}
