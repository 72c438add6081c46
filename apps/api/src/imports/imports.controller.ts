import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { historyRunsQuerySchema, historyRunsSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

/** Who took history in, and who set it going. No patient is in it. */
@ApiTags('Installasjonen')
@Controller(API)
export class ImportsController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('imports.read', 'historikk')
  @Get('imports')
  @Documented({
    summary: 'Se hvem som har tatt inn historikk',
    description: 'Hvert uttrekk som er tatt inn, og hver gang historiske forløp ble satt i gang fra kommandolinjen: hvem, når, fra hvilken fil og hva det ble til. Ingen pasient er med.',
    answers: { 200: { description: 'De siste først.', schema: historyRunsSchema } },
  })
  async runs(@Query({ schema: historyRunsQuerySchema }) query: z.output<typeof historyRunsQuerySchema>): Promise<z.input<typeof historyRunsSchema>> {
    return { runs: await this.ledger.historyRuns(given(query)) };
  }
}
