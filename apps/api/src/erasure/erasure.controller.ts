import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  carriedOutSchema, erasureObstaclesSchema, erasureRequestedSchema, erasureRequestSchema, erasuresQuerySchema, erasuresSchema, retentionDueSchema, retentionQuerySchema, withdrawnErasureSchema,
} from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { ErasureService } from './erasure.service.js';

const erasureParam = ApiParam({ name: 'erasure', description: 'Anmodningens id.', example: '0198c0de-8888-7000-8000-000000000001', schema: { type: 'string' } });

/** Asking that a patient be erased, what stands in the way, and carrying it out. */
@ApiTags('Sletting')
@Controller(API)
export class ErasureController {
  constructor(
    private readonly erasure: ErasureService,
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('erasure.request', 'anmodning om sletting')
  @Post('pathways/:id/erasures')
  @Documented({
    summary: 'Be om sletting',
    description: 'Ber om at pasienten slettes i alle sine forløp. Anmodningen venter til det som hindrer, er borte, og til en annen gjennomfører den.',
    writes: true,
    answers: { 201: { description: 'Anmodningen er registrert.', schema: erasureRequestedSchema }, 200: { description: 'Noen har alt bedt om det.', schema: erasureRequestedSchema } },
    problems: ['not-found', 'erased'],
  })
  request(@PathwayId() id: string, @Body({ schema: erasureRequestSchema }) body: z.output<typeof erasureRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.erasure.request(id, body, write.actor, within));
  }

  @Allows('erasure.read', 'anmodninger om sletting')
  @Get('erasures')
  @Documented({ summary: 'Hent anmodninger om sletting', description: 'Hva som venter, er trukket eller gjennomført: id-er, grunnlag, hvem og når.', answers: { 200: { description: 'Anmodningene.', schema: erasuresSchema } } })
  list(@Query({ schema: erasuresQuerySchema }) query: z.output<typeof erasuresQuerySchema>): Promise<z.input<typeof erasuresSchema>> {
    return this.erasure.list(query);
  }

  @Allows('erasure.read', 'anmodninger om sletting')
  @Get('erasures/:erasure/obstacles')
  @erasureParam
  @Documented({ summary: 'Hent det som hindrer sletting', description: 'Forløp som ikke er avsluttet, frister som løper, karantene, bevaring og oppbevaringstid.', answers: { 200: { description: 'Det som hindrer nå. Tom: den kan gjennomføres.', schema: erasureObstaclesSchema } }, problems: ['not-found'] })
  async obstacles(@Param('erasure') id: string): Promise<z.input<typeof erasureObstaclesSchema>> {
    return { id, obstacles: await this.ledger.erasureObstacles(id, this.erasure.scope()) };
  }

  @Allows('erasure.request', 'anmodning om sletting')
  @Delete('erasures/:erasure')
  @erasureParam
  @Documented({ summary: 'Trekk en anmodning om sletting', writes: true, answers: { 200: { description: 'Anmodningen er trukket.', schema: withdrawnErasureSchema } }, problems: ['not-found'] })
  withdraw(@Param('erasure') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => {
      await this.ledger.withdrawErasure(id, write.actor, within);
      return { status: 200, body: { id, state: 'withdrawn' } };
    });
  }

  @Allows('erasure.carry-out', 'sletting')
  @Post('erasures/:erasure/carry-out')
  @erasureParam
  @Documented({
    summary: 'Gjennomfør en sletting',
    description: 'Pasientens nøkkel og alt som finner henne, ødelegges. Det kan ikke gjøres om. En annen enn den som ba om det, må gjøre det.',
    writes: true,
    answers: { 200: { description: 'Pasienten er slettet.', schema: carriedOutSchema } },
    problems: ['not-found', 'refused', 'erased'],
  })
  carryOut(@Param('erasure') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.erasure.carryOut(id, write.actor, within));
  }

  @Allows('retention.read', 'oppbevaringstid')
  @Get('retention-due')
  @Documented({ summary: 'Hent hvem som ikke lenger må oppbevares', description: 'Pasienter som ingen regel om oppbevaring gjelder for lenger. Ingen slettes av det: noen må be om det.', answers: { 200: { description: 'En side av listen.', schema: retentionDueSchema } } })
  async due(@Query({ schema: retentionQuerySchema }) query: z.output<typeof retentionQuerySchema>): Promise<z.input<typeof retentionDueSchema>> {
    return { rows: await this.ledger.retentionDue({ ...given(query), ...this.erasure.scope() }) };
  }
}
