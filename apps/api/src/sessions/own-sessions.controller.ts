import { Controller, Delete, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { endedSessionsSchema, sessionsSchema } from '@forlop/contracts';
import { sessionKey } from '@forlop/identity';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import type { Authentication } from '../access/authentication.js';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import type { ApiRequest } from '../http/request.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, AUTHENTICATION, LEDGER } from '../tokens.js';

/** Where somebody is logged in, for herself. */
@ApiTags('Tilgang')
@Controller(`${API}/me/sessions`)
export class OwnSessionsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    private readonly writes: Writes,
  ) {}

  @Allows('me.sessions', 'egne økter')
  @Get()
  @Documented({ summary: 'Se hvor du er logget inn', description: 'Øktene dine i nettlesere. Token fra andre klienter er ikke økter, og vises ikke.', answers: { 200: { description: 'Øktene.', schema: sessionsSchema } } })
  async sessions(@Req() request: ApiRequest): Promise<z.input<typeof sessionsSchema>> {
    return { sessions: [...(await this.ledger.sessionsOf(currentAccess().principal.id, await this.currentKey(request)))] };
  }

  @Allows('me.sessions', 'egne økter')
  @Delete(':session')
  @ApiParam({ name: 'session', description: 'Øktens id.', example: '3f1c9a5e'.repeat(8), schema: { type: 'string' } })
  @Documented({ summary: 'Avslutt en økt', description: 'Virker fra neste forespørsel, også for kopier av informasjonskapselen.', writes: true, answers: { 200: { description: 'Økten er avsluttet.', schema: endedSessionsSchema } } })
  end(@Param('session') id: string, @Writing() write: Write): Promise<object> {
    const { principal } = currentAccess();
    return this.writes.once(write, async (within) => {
      const ended = await this.ledger.endWebSessions({ principal: principal.id, id }, within);
      if (ended === 0) throw new ApiProblem('not-found', 'Du har ingen slik økt.', { code: 'unknown-session' });
      return { status: 200, body: { ended } };
    });
  }

  @Allows('me.sessions', 'egne økter')
  @Delete()
  @Documented({ summary: 'Avslutt alle øktene dine', description: 'Også den du bruker nå.', writes: true, answers: { 200: { description: 'Øktene er avsluttet.', schema: endedSessionsSchema } } })
  endAll(@Writing() write: Write): Promise<object> {
    const { principal } = currentAccess();
    return this.writes.once(write, async (within) => ({ status: 200, body: { ended: await this.ledger.endWebSessions({ principal: principal.id }, within) } }));
  }

  /** Null for whoever comes with a token. */
  private async currentKey({ headers }: ApiRequest): Promise<string | null> {
    const { session } = this.authentication;
    if (session === null || headers.authorization !== undefined) return null;
    const { signedIn } = await session.current(headers.cookie);
    return signedIn === null ? null : sessionKey(signedIn);
  }
}
