import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { endedSessionsSchema, endSessionsRequestSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

/** Log-ins of others, for whoever runs the house: a lost machine, somebody who has left, a theft of keys. */
@ApiTags('Tilgang')
@Controller(`${API}/sessions`)
export class SessionsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('sessions.end', 'økter')
  @Post('end')
  @Documented({
    summary: 'Logg ut en person, eller alle', writes: true,
    description: 'Avslutter øktene i nettlesere, fra neste forespørsel. Personen kan logge inn på nytt: trekk rollene tilbake for å stenge ute. Svaret sier ikke hvem personen er.',
    answers: { 200: { description: 'Øktene er avsluttet.', schema: endedSessionsSchema } },
  })
  end(@Body({ schema: endSessionsRequestSchema }) which: z.output<typeof endSessionsRequestSchema>, @Writing() write: Write): Promise<object> {
    // Not remembered by its key: the hash of a request that holds little but a number could be searched for, and doing this twice does no more.
    return this.writes.once({ ...write, key: null }, async (within) => ({ status: 200, body: { ended: await this.ledger.endWebSessions(which, within) } }));
  }
}
