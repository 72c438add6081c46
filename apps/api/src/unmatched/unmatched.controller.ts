import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { setAsideRequestSchema, unmatchedAttachedSchema, unmatchedAttachmentSchema, unmatchedCountsSchema, unmatchedOpenedSchema, unmatchedOwnerSchema, unmatchedPageSchema, unmatchedQuerySchema, unmatchedSchema } from '@forlop/contracts';
import { actorText, type Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { given } from '../http/given.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const MessageParam = () => ApiParam({ name: 'message', description: 'Meldingens id.', example: '0198c0de-5555-7000-8000-000000000005', schema: { type: 'string' } });

/** What came in and belongs to nothing that was sent: seen to by the coordinators of the organisation that it was sent to. */
@ApiTags('Meldinger uten forløp')
@Controller(`${API}/unmatched-messages`)
export class UnmatchedController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('unmatched.read', 'meldinger uten forløp')
  @Get()
  @Documented({ summary: 'Hent meldinger som ikke hører til noe', description: 'Kvitteringer og dialogmeldinger som ikke svarer på noe vi har sendt, eller som ikke kan leses. Den eldste først. Hva de sier, åpnes én og én.', answers: { 200: { description: 'En side av listen.', schema: unmatchedPageSchema } } })
  async list(@Query({ schema: unmatchedQuerySchema }) query: z.output<typeof unmatchedQuerySchema>): Promise<z.input<typeof unmatchedPageSchema>> {
    const page = await this.ledger.unmatchedList(given(query));
    return { ...page, more: page.nextCursor !== null };
  }

  @Allows('unmatched.read', 'meldinger uten forløp')
  @Get('counts')
  @Documented({ summary: 'Tell meldinger som ikke hører til noe', description: 'Til forsiden.', answers: { 200: { description: 'Antallet.', schema: unmatchedCountsSchema } } })
  counts(): Promise<z.input<typeof unmatchedCountsSchema>> {
    return this.ledger.unmatchedCounts();
  }

  @Allows('unmatched.read', 'en melding uten forløp', { onlyReads: true })
  @Get(':message')
  @MessageParam()
  @Documented({ summary: 'Åpne en melding som ikke hører til noe', description: 'Hvem som åpnet den og når, skrives på meldingen og i innsynsloggen.', answers: { 200: { description: 'Meldingen.', schema: unmatchedOpenedSchema } }, problems: ['not-found'] })
  open(@Param('message') id: string): Promise<z.input<typeof unmatchedOpenedSchema>> {
    const { kind, id: who } = currentAccess().principal;
    return this.ledger.openUnmatched(id, { kind: kind === 'person' ? 'person' : 'integration', id: who });
  }

  @Allows('unmatched.write', 'en melding uten forløp')
  @Put(':message/owner')
  @MessageParam()
  @Documented({ summary: 'Ta en melding, eller gi den til en annen', writes: true, answers: { 200: { description: 'Meldingen har en ny eier.', schema: unmatchedSchema } }, problems: ['not-found', 'refused'] })
  give(@Param('message') id: string, @Body({ schema: unmatchedOwnerSchema }) { person }: z.output<typeof unmatchedOwnerSchema>, @Writing() write: Write): Promise<object> {
    const owner = person === undefined ? actorText(write.actor) : person === null ? null : actorText({ kind: 'person', id: person });
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.giveUnmatched(id, owner, write.actor, within) }));
  }

  @Allows('unmatched.write', 'en melding uten forløp')
  @Post(':message/attachment')
  @MessageParam()
  @Documented({
    summary: 'Legg en melding på et forløp', description: 'Som et svar med ord, forseglet hos pasienten; her slettes innholdet. Det som sist ble spurt om i forløpet og ikke er besvart, er besvart med den, og koordinatoren får vite det.',
    writes: true, answers: { 200: { description: 'Meldingen er lagt på forløpet.', schema: unmatchedAttachedSchema } }, problems: ['not-found', 'refused', 'erased'],
  })
  attach(@Param('message') id: string, @Body({ schema: unmatchedAttachmentSchema }) to: z.output<typeof unmatchedAttachmentSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.attachUnmatched(id, given(to), write.actor, within) }));
  }

  @Allows('unmatched.write', 'en melding uten forløp')
  @Post(':message/set-aside')
  @MessageParam()
  @Documented({ summary: 'Legg en melding til side', description: 'Den gjelder ikke oss, eller det er ikke noe å gjøre. Innholdet slettes etter en måned.', writes: true, answers: { 200: { description: 'Meldingen er lagt til side.', schema: unmatchedSchema } }, problems: ['not-found', 'refused'] })
  setAside(@Param('message') id: string, @Body({ schema: setAsideRequestSchema }) { reason }: z.output<typeof setAsideRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.setAsideUnmatched(id, reason, write.actor, within) }));
  }
}
