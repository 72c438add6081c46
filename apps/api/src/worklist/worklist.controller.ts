import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { worklistCountsQuerySchema, worklistCountsSchema, worklistExportQuerySchema, worklistExportSchema, worklistPageSchema, worklistQuerySchema, type WorklistQueryParameters } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Downloads } from '../http/downloads.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { mostExported, WorklistService } from './worklist.service.js';

@ApiTags('Arbeidsliste')
@Controller(`${API}/worklist`)
export class WorklistController {
  constructor(private readonly worklist: WorklistService) {}

  @Allows('worklist.read', 'arbeidslisten')
  @Get()
  @Documented({
    summary: 'Hent arbeidslisten',
    description: 'Filtrene som er gitt, må alle stemme. Svaret sier hvor mange rader hele listen har, og om det er flere enn dem på siden. Statusene er riktige fra midnatt i Oslo.',
    answers: { 200: { description: 'En side av listen.', schema: worklistPageSchema } },
  })
  page(@Query({ schema: worklistQuerySchema }) query: WorklistQueryParameters): Promise<object> {
    return this.worklist.page(query);
  }

  @Allows('worklist.export', 'arbeidslisten som fil')
  @Get('export')
  @Downloads('text/csv', 'arbeidsliste.csv')
  @Documented({
    summary: 'Last ned arbeidslisten som CSV',
    description: `Med de samme filtrene, sorteringen og kolonnene som vises, høyst ${mostExported} rader. Celler som et regneark kunne tatt for en formel, har en apostrof foran. Det logges hvem som er med i filen, hvor mange, og hvilket filter.`,
    answers: { 200: { description: 'Filen.', schema: worklistExportSchema } },
  })
  file(@Query({ schema: worklistExportQuerySchema }) query: z.output<typeof worklistExportQuerySchema>): Promise<string> {
    return this.worklist.file(query);
  }

  @Allows('worklist.read', 'antall i arbeidslisten')
  @Get('counts')
  @Documented({
    summary: 'Tell opp arbeidslisten',
    description: 'Hvor mange forløp det er i hver bunke: brutt, i fare, med frist denne uken, uten neste steg, med avvik, i karantene.',
    answers: { 200: { description: 'Antallene.', schema: worklistCountsSchema } },
  })
  counts(@Query({ schema: worklistCountsQuerySchema }) { org, asOf }: z.output<typeof worklistCountsQuerySchema>): Promise<object> {
    return this.worklist.counts(org, asOf);
  }
}
