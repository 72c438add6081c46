import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { LoggedPathway } from '@forlop/compliance';
import type { OsloDate } from '@forlop/calendar';
import type { complianceEventLogQuerySchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { concerns, noted } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { LEDGER } from '../tokens.js';

type Asked = z.output<typeof complianceEventLogQuerySchema>;
type Format = (pathways: AsyncIterable<LoggedPathway>, asOf: OsloDate) => AsyncIterable<string>;

/** Who is in a file is logged before it leaves, so that all of them are held at once. `forlop event-log` has no limit. */
const mostPathways = 10_000;

/** What happened in pathways, by pseudonym, for tools that look for patterns. */
@Injectable()
export class EventLogService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** @throws ApiProblem for a period with more pathways than one file may have. */
  async file({ from, to, ...asked }: Asked, format: Format): Promise<Readable> {
    const [organisation, definition] = [asked.org ?? null, asked.definition ?? null];
    const asOf = asked.asOf ?? (await this.ledger.complianceDay());
    const found: { pathwayId: string; logged: LoggedPathway }[] = [];
    for await (const pathway of this.ledger.complianceEventLog({ from, to, asOf, organisation, definition })) {
      if (found.length === mostPathways) throw new ApiProblem('invalid-input', `Perioden har flere enn ${mostPathways} forløp. Be om en kortere periode, eller kjør «forlop event-log».`, { code: 'too-many' });
      found.push(pathway);
    }
    concerns(found.map(({ pathwayId }) => pathwayId));
    noted({ filter: JSON.stringify({ from, to, asOf, organisation, definition }), rows: found.length });
    return Readable.from(format(each(found), asOf));
  }
}

async function* each(found: readonly { readonly logged: LoggedPathway }[]): AsyncGenerator<LoggedPathway, void, void> {
  for (const { logged } of found) yield logged;
}
