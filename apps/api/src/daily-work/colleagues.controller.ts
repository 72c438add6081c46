import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { roleTitles } from '@forlop/access';
import { colleaguesSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

/** Whom a patient can be given to. */
@ApiTags('Arbeidsliste')
@Controller(`${API}/colleagues`)
export class ColleaguesController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('colleagues.read', 'kolleger')
  @Get()
  @Documented({
    summary: 'Hent kollegene dine',
    description: 'De som har en rolle som følger opp pasienter ved enheten din i dag, og har logget inn minst én gang. Id-en er den som arbeidslisten viser, og som en pasient gis til.',
    answers: { 200: { description: 'Kollegene, etter navn.', schema: colleaguesSchema } },
  })
  async list(): Promise<z.input<typeof colleaguesSchema>> {
    const found = await this.ledger.colleagues(currentAccess().principal.organisationIds);
    return { colleagues: found.map(({ roles, ...colleague }) => ({ ...colleague, roles: roles.map((role) => ({ role, title: roleTitles[role] })) })) };
  }
}
