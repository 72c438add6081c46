import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { breakGlassByNumberRequestSchema, breakGlassOpenedSchema } from '@forlop/contracts';
import type { Ledger, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { Writes, Writing, type Answer, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

type Wanted = z.output<typeof breakGlassByNumberRequestSchema>;

/** Break-glass for whoever has only the patient's number. The number stands in the body, never in an address or a log. */
@ApiTags('Tilgang')
@Controller(`${API}/break-glass`)
export class BreakGlassController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('break-glass.use', 'nødtilgang')
  @Post()
  @Documented({
    summary: 'Bruk nødtilgang med fødselsnummer',
    description:
      'For en pasient du ikke ser og bare har nummeret til. Åpner pasientens forløp i noen timer. Bruken vises for pasientens enhet og for den som har ansvar for sikkerheten. ' +
      'Finnes det ingen, eller kan ingen åpnes, er svaret det samme. Hvert forsøk logges, og det er en grense for hvor mange det kan være i timen.',
    writes: true,
    answers: { 200: { description: 'Tilgangen er åpnet.', schema: breakGlassOpenedSchema } },
    problems: ['not-found', 'too-many'],
  })
  async open(@Body({ schema: breakGlassByNumberRequestSchema }) body: Wanted, @Writing() write: Write): Promise<object> {
    await this.ledger.countGlassAttempt();
    return this.writes.once(write, (within) => this.opened(body, write, within));
  }

  private async opened({ personNumber, kind, reason }: Wanted, { actor }: Write, within: Transaction | undefined): Promise<Answer> {
    const input = { kind, reason, ...(actor.organisationId !== undefined && { organisationId: actor.organisationId }) };
    const result = await this.ledger.breakGlassByNumber(personNumber, input, actor, within);
    if (result.outcome === 'opened') return { status: 200, body: { rows: result.uses } };
    throw new ApiProblem('not-found', 'Det er ingen pasient med dette nummeret som kan åpnes.', { code: 'unknown-patient', about: result.pathwayIds });
  }
}
