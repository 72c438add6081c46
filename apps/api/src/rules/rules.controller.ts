import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { listCalendars, osloDateOf } from '@forlop/calendar';
import { calendarsSchema, definitionSchema, definitionsSchema, referralChoicesQuerySchema, referralChoicesSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Definition } from '@forlop/pathway';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { Documented } from '../openapi/documented.js';
import { API, RULES } from '../tokens.js';

/** The rules that pathways follow, as they are loaded. */
@ApiTags('Regler')
@Controller(API)
export class RulesController {
  constructor(@Inject(RULES) private readonly rules: LoadedRules) {}

  @Allows('rules.read', 'regler')
  @Get('definitions')
  @Documented({
    summary: 'Hent definisjonene',
    description: 'Alle standardiserte forløp som er lastet, i alle versjoner.',
    answers: { 200: { description: 'Definisjonene.', schema: definitionsSchema } },
  })
  definitions(): z.input<typeof definitionsSchema> {
    return { definitions: this.rules.definitions().map(summary) };
  }

  @Allows('rules.read', 'regler')
  @Get('definitions/for-referral')
  @Documented({
    summary: 'Hent forløpene en henvisning kan tas inn i',
    description: 'De som gjelder i dag, hvert i sin gjeldende versjon, og hvilket av dem en årsak fører til. Når en henvisning verken nevner et forløp eller har en årsak som fører til et, må en person velge.',
    answers: { 200: { description: 'Forløpene.', schema: referralChoicesSchema } },
  })
  forReferral(@Query({ schema: referralChoicesQuerySchema }) { system, code }: z.output<typeof referralChoicesQuerySchema>): z.input<typeof referralChoicesSchema> {
    const today = osloDateOf(Date.now());
    const choices = this.rules.definitionsOn(today).map(({ id, version, title }) => ({ id, version, title }));
    const byReason = system === undefined || code === undefined ? null : this.rules.definitionFor([{ system, code }], today);
    return { choices, byReason: byReason?.id ?? null };
  }

  @Allows('rules.read', 'regler')
  @Get('definitions/:id/:version')
  @ApiParam({ name: 'id', description: 'Definisjonens id.', example: 'langvarig-utmattelse', schema: { type: 'string' } })
  @ApiParam({ name: 'version', description: 'Versjonen.', example: '1.0.0', schema: { type: 'string' } })
  @Documented({
    summary: 'Hent en definisjon',
    description: 'Hele definisjonen som data: steg, hendelser, frister med kilder, oppgaver og kommandoer.',
    answers: { 200: { description: 'Definisjonen.', schema: definitionSchema } },
    problems: ['not-found'],
  })
  definition(@Param('id') id: string, @Param('version') version: string): Definition {
    const found = this.rules.definitions().find((definition) => definition.id === id && definition.version === version);
    if (found !== undefined) return found;
    const known = this.rules.definitions().map((definition) => `${definition.id} ${definition.version}`);
    throw new ApiProblem('not-found', `Definisjonen finnes ikke i denne versjonen. Disse finnes: ${known.join(', ')}.`, { code: 'unknown-definition' });
  }

  @Allows('rules.read', 'regler')
  @Get('calendars')
  @Documented({
    summary: 'Hent kalenderne',
    description: 'Hvilke dager som er virkedager, og loven eller vedtaket som sier det.',
    answers: { 200: { description: 'Kalenderne.', schema: calendarsSchema } },
  })
  calendars(): z.input<typeof calendarsSchema> {
    return { calendars: listCalendars() };
  }
}

const summary = ({ id, version, title, description, status, validFrom, validTo, calendar }: Definition) => ({ id, version, title, description, status, validFrom, validTo, calendar });
