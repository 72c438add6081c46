import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { clockPictureSchema, commandsQuerySchema, commandsSchema, explanationSchema, lookBackSchema, pathwayViewSchema, timelineSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { PathwayReads } from './pathway-reads.service.js';

type LookBackQuery = z.output<typeof lookBackSchema>;
const lookingBack = 'asOf gir en annen dag enn i dag. knownAt gir det som var registrert den gangen: da vises det vi viste da.';

@ApiTags('Forløp')
@Controller(`${API}/pathways/:id`)
export class PathwaysController {
  constructor(private readonly pathways: PathwayReads) {}

  @Allows('pathway.read', 'forløpet')
  @Get()
  @Documented({
    summary: 'Hent et forløp',
    description: `Pasienten med steg, frister, oppgaver, neste steg, avvik, tidslinje og kommandoene som kan gis. ${lookingBack}`,
    answers: { 200: { description: 'Forløpet.', schema: pathwayViewSchema } },
    problems: ['not-found'],
  })
  view(@PathwayId() id: string, @Query({ schema: lookBackSchema }) query: LookBackQuery): Promise<object> {
    return this.pathways.view(id, given(query));
  }

  @Allows('pathway.timeline', 'tidslinjen')
  @Get('timeline')
  @Documented({
    summary: 'Hent tidslinjen',
    description: `Alle hendelser, den eldste først. Rettede hendelser står der fortsatt. ${lookingBack}`,
    answers: { 200: { description: 'Tidslinjen.', schema: timelineSchema } },
    problems: ['not-found'],
  })
  timeline(@PathwayId() id: string, @Query({ schema: lookBackSchema }) query: LookBackQuery): Promise<object> {
    return this.pathways.timeline(id, given(query));
  }

  @Allows('pathway.explain', 'fristene side om side')
  @Get('clocks')
  @Documented({
    summary: 'Hent fristene til et tidsbilde',
    description: `Alle frister med datoer, det listene viste når, og timer, utsettelser og fravær ved siden av, med hvem og hvorfor. ${lookingBack}`,
    answers: { 200: { description: 'Fristene.', schema: clockPictureSchema } },
    problems: ['not-found'],
  })
  clocks(@PathwayId() id: string, @Query({ schema: lookBackSchema }) query: LookBackQuery): Promise<object> {
    return this.pathways.clocks(id, given(query));
  }

  @Allows('pathway.explain', 'forklaring av en frist')
  @Get('clocks/:key/explain')
  @ApiParam({ name: 'key', description: 'Fristens nøkkel (FRIST-VURDERING#1, der # skrives %23), eller bare regel-id for den siste.', example: 'FRIST-VURDERING', schema: { type: 'string' } })
  @Documented({
    summary: 'Forklar en frist',
    description: `Regel, verdi, kilde, versjoner, hendelser, dagene som ikke er talt med, og hva som ble vist når. ${lookingBack}`,
    answers: { 200: { description: 'Forklaringen.', schema: explanationSchema } },
    problems: ['not-found'],
  })
  explain(@PathwayId() id: string, @Param('key') key: string, @Query({ schema: lookBackSchema }) query: LookBackQuery): Promise<object> {
    return this.pathways.explain(id, key, given(query));
  }

  @Allows('pathway.command', 'kommandoer')
  @Get('commands')
  @Documented({
    summary: 'Hent kommandoene',
    description: 'Alle kommandoer i forløpets definisjon, om de kan gis nå og hvorfor ikke, og feltene hver av dem trenger.',
    answers: { 200: { description: 'Kommandoene.', schema: commandsSchema } },
    problems: ['not-found'],
  })
  commands(@PathwayId() id: string, @Query({ schema: commandsQuerySchema }) { asOf }: z.output<typeof commandsQuerySchema>): Promise<object> {
    return this.pathways.commands(id, asOf);
  }
}
