import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessLogPageSchema, accessLogQuerySchema, breakGlassUsesQuerySchema, breakGlassUsesSchema } from '@forlop/contracts';
import type { AccessLogQuery, Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

type LogQuery = z.output<typeof accessLogQuerySchema>;
type LogPage = z.input<typeof accessLogPageSchema>;

/** Who saw what, and what was refused. */
@ApiTags('Innsynslogg')
@Controller(API)
export class AccessLogController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('access-log.patient', 'innsynsloggen')
  @Get('pathways/:id/access-log')
  @Documented({ summary: 'Hent pasientens innsynslogg', description: 'Alle som har sett eller registrert noe om pasienten, og alle som ble avvist. Dette er utskriften pasienten har krav på.', answers: { 200: { description: 'En side av loggen.', schema: accessLogPageSchema } }, problems: ['not-found'] })
  ofPatient(@PathwayId() id: string, @Query({ schema: accessLogQuerySchema }) query: LogQuery): Promise<LogPage> {
    return this.page(given({ ...query, pathwayId: id }));
  }

  @Allows('access-log.search', 'innsynsloggen')
  @Get('access-log')
  @Documented({ summary: 'Søk i innsynsloggen', description: 'For den som kontrollerer innsyn: hva folk i egen virksomhet har sett, gjort og blitt avvist for.', answers: { 200: { description: 'En side av loggen.', schema: accessLogPageSchema } }, problems: ['not-found'] })
  search(@Query({ schema: accessLogQuerySchema }) query: LogQuery): Promise<LogPage> {
    return this.page(given({ ...query, unitIds: currentAccess().principal.organisationIds }));
  }

  @Allows('break-glass.read', 'bruk av nødtilgang')
  @Get('break-glass')
  @Documented({ summary: 'Hent bruk av nødtilgang', description: 'Den nyeste først: for pasientens enhet og for den som har ansvar for sikkerheten.', answers: { 200: { description: 'Bruken.', schema: breakGlassUsesSchema } } })
  async breakGlass(@Query({ schema: breakGlassUsesQuerySchema }) query: z.output<typeof breakGlassUsesQuerySchema>): Promise<z.input<typeof breakGlassUsesSchema>> {
    const { rows, nextCursor } = await this.ledger.breakGlassUses(given(query));
    return { uses: rows, nextCursor, more: nextCursor !== null };
  }

  private async page(query: AccessLogQuery): Promise<LogPage> {
    const page = await this.ledger.accessLog(query);
    return { ...page, more: page.nextCursor !== null };
  }
}
