import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { searchPageSchema, searchRequestSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { SearchService } from './search.service.js';

@ApiTags('Søk')
@Controller(`${API}/search`)
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Allows('patient.search', 'søk')
  @Post()
  @Documented({
    summary: 'Søk etter en pasient',
    description: 'Etter nummer eller navn. Det som søkes etter, står i innholdet og aldri i adressen, så det ikke havner i logger. Henvisninger i karantene finnes også. Ingenting registreres.',
    answers: { 200: { description: 'Treffene.', schema: searchPageSchema } },
    problems: ['unreadable-body', 'too-large', 'unsupported-media-type'],
  })
  find(@Body({ schema: searchRequestSchema }) wanted: z.output<typeof searchRequestSchema>): Promise<object> {
    return this.search.find(wanted);
  }
}
