import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { roleGrantRequestSchema, roleGrantSchema, roleGrantsQuerySchema, roleGrantsSchema, roleWithdrawalRequestSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

/** Roles that people have. */
@ApiTags('Tilgang')
@Controller(`${API}/role-grants`)
export class RoleGrantsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('role-grants.read', 'roller')
  @Get()
  @Documented({ summary: 'Hent roller', description: 'Hvem som har hvilken rolle hvor. Fødselsnummer vises aldri.', answers: { 200: { description: 'Rollene.', schema: roleGrantsSchema } } })
  async grants(@Query({ schema: roleGrantsQuerySchema }) query: z.output<typeof roleGrantsQuerySchema>): Promise<z.input<typeof roleGrantsSchema>> {
    return { grants: await this.ledger.roleGrants(given(query)) };
  }

  @Allows('role-grants.write', 'roller')
  @Post()
  @Documented({ summary: 'Gi en rolle', description: 'En person får en rolle i en virksomhet og alt under den, fra i dag eller i en periode.', writes: true, answers: { 201: { description: 'Rollen er gitt.', schema: roleGrantSchema } } })
  grant(@Body({ schema: roleGrantRequestSchema }) body: z.output<typeof roleGrantRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 201, body: await this.ledger.grantRole(given(body), write.actor, within) }));
  }

  @Allows('role-grants.write', 'roller')
  @Delete(':grant')
  @ApiParam({ name: 'grant', description: 'Tildelingens id.', example: '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12', schema: { type: 'string' } })
  @Documented({ summary: 'Trekk tilbake en rolle', description: 'Virker innen noen sekunder.', writes: true, answers: { 200: { description: 'Rollen er trukket tilbake.', schema: roleGrantSchema } } })
  withdraw(@Param('grant') grant: string, @Body({ schema: roleWithdrawalRequestSchema }) { why }: z.output<typeof roleWithdrawalRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.withdrawRole(grant, why, write.actor, within) }));
  }
}
