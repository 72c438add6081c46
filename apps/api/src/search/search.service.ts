import { Inject, Injectable } from '@nestjs/common';
import type { searchPageSchema, searchRequestSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { given } from '../http/given.js';
import { LEDGER } from '../tokens.js';

/** Finds patients by number or name, through keyed hashes: nothing readable is stored to search in. */
@Injectable()
export class SearchService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async find(wanted: z.output<typeof searchRequestSchema>): Promise<z.input<typeof searchPageSchema>> {
    if ('identifier' in wanted) {
      const { value, system } = wanted.identifier;
      return { hits: await this.ledger.searchByIdentifier(value, system), more: false, nextCursor: null };
    }
    const { name, limit, cursor } = wanted;
    const { rows, nextCursor } = await this.ledger.searchByName(name, given({ limit, cursor }));
    return { hits: rows, more: nextCursor !== null, nextCursor };
  }
}
