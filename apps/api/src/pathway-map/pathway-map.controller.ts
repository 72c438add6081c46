import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { pathwayMapQuerySchema, pathwayMapSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER, RULES } from '../tokens.js';
import { mapOf } from './map-of.js';

/** A definition as a map, and where its patients are. */
@ApiTags('Regler')
@Controller(API)
export class PathwayMapController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
  ) {}

  @Allows('pathway-map.read', 'antall pasienter i hvert steg')
  @Get('definitions/:id/:version/map')
  @ApiParam({ name: 'id', description: 'Definisjonens id.', example: 'langvarig-utmattelse', schema: { type: 'string' } })
  @ApiParam({ name: 'version', description: 'Versjonen.', example: '1.0.0', schema: { type: 'string' } })
  @Documented({
    summary: 'Hent forløpskartet',
    description: 'Steg, overganger, frister og plikter med kilder, og hvor mange pasienter som er i hvert steg nå, hvor lenge de har vært der, og hvor mange som har en brutt frist; også for hver variant. Den som ser pasienter, teller sine egne; andre teller hele huset, uten grupper på færre enn fem.',
    answers: { 200: { description: 'Kartet.', schema: pathwayMapSchema } },
    problems: ['not-found'],
  })
  async map(@Param('id') id: string, @Param('version') version: string, @Query({ schema: pathwayMapQuerySchema }) { org, asOf }: z.output<typeof pathwayMapQuerySchema>): Promise<z.input<typeof pathwayMapSchema>> {
    const definition = this.rules.definitions().find((one) => one.id === id && one.version === version);
    if (definition === undefined) throw new ApiProblem('not-found', 'Definisjonen finnes ikke i denne versjonen.', { code: 'unknown-definition' });
    const house = currentAccess().decision.reach === 'house';
    if (house && org !== undefined) throw new ApiProblem('invalid-input', 'Bare den som ser pasienter, kan velge virksomhet.', { code: 'house-only' });
    const counts = await this.ledger.stepCounts(given({ definition: { id, version }, asOf, organisationIds: org, house }));
    return mapOf(definition, counts, house ? 'house' : 'mine');
  }
}
