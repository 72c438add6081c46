import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bulkAnswerSchema, bulkRequestSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { AccessLog } from '../access/access-log.service.js';
import { Allows } from '../access/allows.js';
import { concerns, currentAccess } from '../access/request-scope.js';
import type { ApiRequest } from '../http/request.js';
import { Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { BulkService } from './bulk.service.js';

const unknownPathway = 'unknown-pathway';

@ApiTags('Arbeidsliste')
@Controller(`${API}/worklist/bulk`)
export class BulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly log: AccessLog,
  ) {}

  @Allows('worklist.bulk', 'arbeidslisten')
  @Post()
  @Documented({
    summary: 'Gjør det samme for flere',
    description:
      'assign-owner gir en person rollen. remind minner den som har en åpen oppgave, høyst én gang om dagen, etter reglene for alle påminnelser. ask-for-appointment ber dem som setter opp timer, ' +
      'om en time på eller før dagen, slik forespørselen om time for ett forløp gjør; ingen time settes opp her. Hvert forløp er for seg: svaret sier hva som ble gjort og hvorfor ikke. Sendes det på nytt med samme Idempotency-Key, gjøres bare det som ikke ble gjort.',
    writes: true,
    answers: { 200: { description: 'Hva som ble gjort, forløp for forløp.', schema: bulkAnswerSchema } },
  })
  async run(@Body({ schema: bulkRequestSchema }) body: z.output<typeof bulkRequestSchema>, @Writing() write: Write, @Req() request: ApiRequest): Promise<object> {
    const answer = await this.bulk.run(body, write);
    const [theirs, unknown] = [true, false].map((known) => answer.results.filter(({ code }) => (code !== unknownPathway) === known).map(({ id }) => id)) as [string[], string[]];
    concerns(theirs);
    await this.logRefused(request, unknown);
    return answer;
  }

  /** One that is not theirs is answered as one that does not exist, and stands in the log as refused. */
  private async logRefused(request: ApiRequest, pathwayIds: readonly string[]): Promise<void> {
    if (pathwayIds.length === 0) return;
    const { principal, decision } = currentAccess();
    await this.log.add(request, { action: 'worklist.bulk', what: 'arbeidslisten', outcome: 'refused', pathwayIds, principal, role: decision.role, reach: decision.reach, code: unknownPathway });
  }
}
