import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { carePlanRequestSchema, carePlansSchema, openPlanItemsQuerySchema, openPlanItemsSchema, planItemRequestSchema, workedSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { asWork, workedAnswer } from './work-answers.js';

const usualLimit = 100;

/** The definition's plans as checklists: severe cases, young adults, the local community. */
@ApiTags('Planer')
@Controller(API)
export class PlansController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('plans.read', 'planer')
  @Get('pathways/:id/plans')
  @Documented({ summary: 'Hent planene', description: 'Planene som gjelder for pasienten nå, også dem ingen har tatt i bruk (missing), og dem hun har.', answers: { 200: { description: 'Planene.', schema: carePlansSchema } }, problems: ['not-found'] })
  async list(@PathwayId() id: string): Promise<z.input<typeof carePlansSchema>> {
    return { pathwayId: id, plans: await this.ledger.carePlans(id) };
  }

  @Allows('plans.write', 'planer')
  @Post('pathways/:id/plans')
  @Documented({ summary: 'Ta i bruk en plan', description: 'En plan som definisjonen sier gjelder for pasienten. Punkter som alt er registrert som avklart, er gjort.', writes: true, answers: { 201: { description: 'Planen er tatt i bruk.', schema: workedSchema } }, problems: ['not-found', 'refused', 'erased'] })
  begin(@PathwayId() id: string, @Body({ schema: carePlanRequestSchema }) { plan }: z.output<typeof carePlanRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => workedAnswer(await this.ledger.beginCarePlan(id, plan, write.actor, within), 201));
  }

  @Allows('plans.write', 'planer')
  @Put('pathways/:id/plans/:plan/items/:item')
  @ApiParam({ name: 'plan', description: 'Planen i definisjonen.', example: 'UNG-VOKSEN-TILTAK', schema: { type: 'string' } })
  @ApiParam({ name: 'item', description: 'Punktets id.', example: 'nav', schema: { type: 'string' } })
  @Documented({
    summary: 'Sett et punkt', description: 'Hvem som har det, når, og hvor langt det er kommet. Gjort og ikke relevant (med begrunnelse) blir registrert på forløpet som avklart. Åpnes punktet igjen, trekkes det tilbake.', writes: true,
    answers: { 200: { description: 'Punktet er lagret.', schema: workedSchema } }, problems: ['not-found', 'refused', 'erased'],
  })
  set(@PathwayId() id: string, @Param('plan') plan: string, @Param('item') item: string, @Body({ schema: planItemRequestSchema }) body: z.output<typeof planItemRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => workedAnswer(await this.ledger.setPlanItem(id, plan, item, asWork(body), write.actor, within)));
  }

  @Allows('plans.read', 'åpne punkter i planer')
  @Get('plan-items')
  @Documented({ summary: 'Hent åpne punkter', description: 'Uavklarte punkter med dato for pasienter du ser, det nærmeste først.', answers: { 200: { description: 'Punktene.', schema: openPlanItemsSchema } } })
  async open(@Query({ schema: openPlanItemsQuerySchema }) { limit = usualLimit, ...query }: z.output<typeof openPlanItemsQuerySchema>): Promise<z.input<typeof openPlanItemsSchema>> {
    const rows = await this.ledger.openPlanItems({ ...given(query), limit: limit + 1 });
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  }
}
