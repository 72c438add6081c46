import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { findingAsideRequestSchema, findingOwnerRequestSchema, findingsPageSchema, findingsQuerySchema, recordedSchema } from '@forlop/contracts';
import type { Ledger, Recorded, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { personMeant } from './person-meant.js';
import { whatToDo } from './what-to-do.js';

const recorded = { 200: { description: 'Registrert.', schema: recordedSchema } };

/** What does not fit, across the patients of a unit, and who sees to it. */
@ApiTags('Avvik')
@Controller(API)
export class FindingsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('findings.read', 'avvik')
  @Get('findings')
  @Documented({ summary: 'Hent avvikene', description: 'Det som ikke passer, på tvers av forløpene du ser, det eldste først: hvem som tar seg av hvert, hvor gammelt det er, og hva som kan gjøres. Hendelsen rettes eller trekkes tilbake som ellers.', answers: { 200: { description: 'En side av listen.', schema: findingsPageSchema } } })
  async list(@Query({ schema: findingsQuerySchema }) { org, person, ...query }: z.output<typeof findingsQuerySchema>): Promise<z.input<typeof findingsPageSchema>> {
    const page = await this.ledger.findingsList(given({ ...query, organisationIds: org, person: person === undefined ? undefined : personMeant(person) }));
    return { ...page, more: page.nextCursor !== null, rows: page.rows.map((row) => ({ ...row, whatToDo: whatToDo(row.code) })) };
  }

  @Allows('findings.care', 'avvik')
  @Put('pathways/:id/findings/owner')
  @Documented({ summary: 'Gi noen et avvik', description: 'Noen tar seg av avviket, eller ingen gjør det lenger. Nøkkelen står i listen.', writes: true, answers: recorded, problems: ['not-found'] })
  take(@PathwayId() id: string, @Body({ schema: findingOwnerRequestSchema }) { key, person }: z.output<typeof findingOwnerRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.takeFinding(id, key, person === null ? null : personMeant(person), write.actor, within));
  }

  @Allows('findings.care', 'avvik')
  @Put('pathways/:id/findings/aside')
  @Documented({ summary: 'Legg et avvik til side', description: 'Noen har sett på det og lar det stå. Det teller ikke lenger, og begrunnelsen blir stående. Det kan tas fram igjen.', writes: true, answers: recorded, problems: ['not-found', 'erased'] })
  setAside(@PathwayId() id: string, @Body({ schema: findingAsideRequestSchema }) { key, ...input }: z.output<typeof findingAsideRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.setFindingAside(id, key, input, write.actor, within));
  }

  private recorded(write: Write, work: (within: Transaction | undefined) => Promise<Recorded>): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await work(within) }));
  }
}
