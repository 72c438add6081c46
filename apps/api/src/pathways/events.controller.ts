import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { correctionRequestSchema, recordedSchema, retractionRequestSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { EventId, PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { PathwayWrites } from './pathway-writes.service.js';

const recorded = { 200: { description: 'Registrert.', schema: recordedSchema } };

@ApiTags('Forløp')
@Controller(`${API}/pathways/:id/events/:eventId`)
export class EventsController {
  constructor(
    private readonly pathways: PathwayWrites,
    private readonly writes: Writes,
  ) {}

  @Allows('pathway.correct', 'hendelse')
  @Post('correction')
  @Documented({
    summary: 'Rett en hendelse',
    description: 'Gir hendelsen ny dato eller nytt innhold. Den gamle blir stående i tidslinjen, og alt regnes ut på nytt. En rettelse nevner den opprinnelige hendelsen, også når den er rettet før.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'erased'],
  })
  correct(@PathwayId() id: string, @EventId() eventId: string, @Body({ schema: correctionRequestSchema }) body: z.output<typeof correctionRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.correct(id, eventId, given(body), write.actor, within));
  }

  @Allows('pathway.correct', 'hendelse')
  @Post('retraction')
  @Documented({
    summary: 'Si at en hendelse aldri hendte',
    description: 'Hendelsen blir stående i tidslinjen, men teller ikke.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'erased'],
  })
  retract(@PathwayId() id: string, @EventId() eventId: string, @Body({ schema: retractionRequestSchema }) { reason }: z.output<typeof retractionRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.retract(id, eventId, reason, write.actor, within));
  }
}
