import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { intakeResultSchema, quarantinePageSchema, quarantineQuerySchema, quarantineReleaseSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { QuarantineService } from './quarantine.service.js';

@ApiTags('Karantene')
@Controller(`${API}/quarantine`)
export class QuarantineController {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly writes: Writes,
  ) {}

  @Allows('quarantine.read', 'henvisninger i karantene')
  @Get()
  @Documented({
    summary: 'Hent henvisninger i karantene',
    description: 'Henvisninger som ikke kunne godtas, den eldste først: hvorfor, når den kom, hvem som skal rydde opp, hvilket system den kom fra, og de lovfestede fristene som løper.',
    answers: { 200: { description: 'En side av listen.', schema: quarantinePageSchema } },
  })
  page(@Query({ schema: quarantineQuerySchema }) query: z.output<typeof quarantineQuerySchema>): Promise<object> {
    return this.quarantine.page(query);
  }

  @Allows('quarantine.release', 'henvisning i karantene')
  @Post(':id/release')
  @Documented({
    summary: 'Avklar en henvisning i karantene',
    description: 'Enten er den rettet og tas inn (accepted), eller så var den ikke en henvisning (discarded). Mottaksdagen står fast: fristen løper fra den.',
    writes: true,
    answers: { 200: { description: 'Karantenen er avklart.', schema: intakeResultSchema } },
    problems: ['not-found', 'refused', 'erased'],
  })
  release(@PathwayId() id: string, @Body({ schema: quarantineReleaseSchema }) release: z.output<typeof quarantineReleaseSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.quarantine.release(id, release, write.actor, within));
  }
}
