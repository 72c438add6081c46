import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { actions, decide, holdersOf, roleTitles } from '@forlop/access';
import { meSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { Allows } from './allows.js';
import { currentAccess } from './request-scope.js';

@ApiTags('Tilgang')
@Controller(`${API}/me`)
export class MeController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('me.read', 'egen innlogging')
  @Get()
  @Documented({ summary: 'Se hvem du er logget inn som', description: 'Rollene dine, enheten din og det de gir adgang til.', answers: { 200: { description: 'Deg.', schema: meSchema } } })
  async me(): Promise<z.input<typeof meSchema>> {
    const { principal } = currentAccess();
    const unit = principal.unitId === null ? undefined : (await this.ledger.organisations()).find(({ id }) => id === principal.unitId);
    return {
      id: principal.id,
      kind: principal.kind,
      name: principal.name,
      roles: principal.roles.map((role) => ({ role, title: roleTitles[role] })),
      unit: unit === undefined ? null : { id: unit.id, name: unit.name },
      actions: actions.filter((action) => decide(principal, action).allowed),
      othersMay: Object.fromEntries(actions.filter((action) => !decide(principal, action).allowed).map((action) => [action, holdersOf(action)])),
    };
  }
}
