import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { complianceNprQuerySchema } from '@forlop/contracts';
import { nprCsv, nprWorkbook } from '@forlop/documents';
import type { Ledger, NprQuery, NprWithId } from '@forlop/ledger';
import type * as z from 'zod';
import { concerns, noted } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { LEDGER } from '../tokens.js';
import { knownAsAsked } from './known.js';

type Asked = z.output<typeof complianceNprQuerySchema>;

/** Who is in a file is logged before it leaves, so that all of them are held at once. `forlop npr` has no limit. */
const mostPathways = 10_000;

/** Referrals as rows with the official codes, to be held against what the hospital reports. */
@Injectable()
export class NprService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** @throws ApiProblem for a period with more pathways than one file may have. */
  async csv(asked: Asked): Promise<Readable> {
    const { found } = await this.found(asked);
    return Readable.from(nprCsv(found.map(({ rows }) => rows)));
  }

  /** @throws ApiProblem for a period with more pathways than one file may have. */
  async workbook(asked: Asked): Promise<Buffer> {
    const { query, found } = await this.found(asked);
    return nprWorkbook(query, found.flatMap(({ rows }) => rows));
  }

  private async found({ from, to, org, definition, ...asked }: Asked): Promise<{ query: NprQuery; found: readonly NprWithId[] }> {
    const query: NprQuery = { from, to, ...(await knownAsAsked(this.ledger, asked)), organisation: org ?? null, definition: definition ?? null };
    const found: NprWithId[] = [];
    for await (const pathway of this.ledger.complianceNpr(query)) {
      if (found.length === mostPathways) throw new ApiProblem('invalid-input', `Perioden har flere enn ${mostPathways} forløp. Be om en kortere periode, eller kjør «forlop npr».`, { code: 'too-many' });
      found.push(pathway);
    }
    concerns(found.map(({ pathwayId }) => pathwayId));
    noted({ filter: JSON.stringify(query), rows: found.length });
    return { query, found };
  }
}
