import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inboxPageSchema, inboxQuerySchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER, RULES } from '../tokens.js';
import { withTitles } from '../worklist/row-titles.js';

/** Referrals that nobody has assessed. */
@ApiTags('Henvisninger')
@Controller(`${API}/inbox`)
export class InboxController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
  ) {}

  @Allows('referrals.inbox', 'henvisninger til vurdering')
  @Get()
  @Documented({ summary: 'Hent henvisninger til vurdering', description: 'De som ikke er vurdert, med fristen for vurdering, hastegrad, det som mangler, og om det er bedt om supplement. Kommandoene for å vurdere står under forløpet.', answers: { 200: { description: 'En side av listen.', schema: inboxPageSchema } } })
  async page(@Query({ schema: inboxQuerySchema }) { org, ...query }: z.output<typeof inboxQuerySchema>): Promise<z.input<typeof inboxPageSchema>> {
    const page = await this.ledger.referralInbox(given({ ...query, organisationIds: org }));
    return { ...page, rows: page.rows.map((row) => withTitles(row, this.rules)), more: page.nextCursor !== null };
  }
}
