import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  blockRequestSchema, breakGlassRequestSchema, breakGlassSchema, participantRequestSchema, participantsSchema, recordedSchema, transferRequestSchema, withdrawalRequestSchema,
} from '@forlop/contracts';
import type { Ledger, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Answer, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const recorded = { 200: { description: 'Registrert.', schema: recordedSchema } };
const grantId = ApiParam({ name: 'grant', description: 'Tilgangens eller sperringens id, fra listen.', example: '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12', schema: { type: 'string' } });

/** Who takes part in a pathway and so sees it, and who must not. */
@ApiTags('Tilgang')
@Controller(`${API}/pathways/:id`)
export class ParticipantsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('pathway.read', 'deltakere')
  @Get('participants')
  @Documented({ summary: 'Hent deltakerne', description: 'Hvem som ser forløpet, så eller skal se det, og hvem pasienten har sperret.', answers: { 200: { description: 'Deltakerne.', schema: participantsSchema } }, problems: ['not-found'] })
  async participants(@PathwayId() id: string): Promise<z.input<typeof participantsSchema>> {
    return { pathwayId: id, participants: await this.ledger.participants(id) };
  }

  @Allows('pathway.participants', 'deltakere')
  @Post('participants')
  @Documented({ summary: 'La noen delta', description: 'En virksomhet, en lege eller en kontakt i kommune eller skole får se forløpet i perioden.', writes: true, answers: recorded, problems: ['not-found', 'refused', 'erased'] })
  grant(@PathwayId() id: string, @Body({ schema: participantRequestSchema }) body: z.output<typeof participantRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.grantAccess(id, given(body), write.actor, within));
  }

  @Allows('pathway.participants', 'deltakere')
  @Delete('participants/:grant')
  @grantId
  @Documented({ summary: 'Avslutt en deltakelse', description: 'Tilgangen slutter i dag.', writes: true, answers: recorded, problems: ['not-found', 'refused', 'erased'] })
  withdraw(@PathwayId() id: string, @Param('grant') grant: string, @Body({ schema: withdrawalRequestSchema }) body: z.output<typeof withdrawalRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.withdrawAccess(id, grant, given(body), write.actor, within));
  }

  @Allows('pathway.transfer', 'ansvaret for forløpet')
  @Post('transfer')
  @Documented({ summary: 'Overfør ansvaret', description: 'En annen virksomhet overtar. Tilgangen følger ansvaret fra dagen som er oppgitt, fristen følger pasienten.', writes: true, answers: recorded, problems: ['not-found', 'refused', 'erased'] })
  transfer(@PathwayId() id: string, @Body({ schema: transferRequestSchema }) body: z.output<typeof transferRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.transfer(id, body, write.actor, within));
  }

  @Allows('pathway.block', 'pasientens sperring')
  @Post('blocks')
  @Documented({ summary: 'Sperr for noen', description: 'Pasienten vil ikke at en virksomhet eller person skal se forløpet.', writes: true, answers: recorded, problems: ['not-found', 'refused', 'erased'] })
  block(@PathwayId() id: string, @Body({ schema: blockRequestSchema }) body: z.output<typeof blockRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.block(id, given(body), write.actor, within));
  }

  @Allows('pathway.block', 'pasientens sperring')
  @Delete('blocks/:grant')
  @grantId
  @Documented({ summary: 'Opphev en sperring', description: 'Pasienten har ombestemt seg.', writes: true, answers: recorded, problems: ['not-found', 'refused', 'erased'] })
  unblock(@PathwayId() id: string, @Param('grant') grant: string, @Body({ schema: withdrawalRequestSchema }) body: z.output<typeof withdrawalRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.unblock(id, grant, given(body), write.actor, within));
  }

  @Allows('break-glass.use', 'nødtilgang')
  @Post('break-glass')
  @Documented({
    summary: 'Bruk nødtilgang',
    description: 'For en pasient du ellers ikke ser. Tilgangen varer noen timer, og bruken vises for pasientens enhet og for den som har ansvar for sikkerheten.',
    writes: true,
    answers: { 200: { description: 'Tilgangen er åpnet.', schema: breakGlassSchema } },
    problems: ['not-found', 'refused', 'erased'],
  })
  breakGlass(@PathwayId() id: string, @Body({ schema: breakGlassRequestSchema }) body: z.output<typeof breakGlassRequestSchema>, @Writing() write: Write): Promise<object> {
    const { actor } = write;
    const input = { ...body, ...(actor.organisationId !== undefined && { organisationId: actor.organisationId }) };
    return this.writes.once(write, async (within): Promise<Answer> => ({ status: 200, body: await this.ledger.breakGlass(id, input, actor, within) }));
  }

  private recorded(write: Write, work: (within: Transaction | undefined) => Promise<object>): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await work(within) }));
  }
}
