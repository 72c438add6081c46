import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { actingAs } from '@forlop/access';
import { pathwayRemindersQuerySchema, reminderExportQuerySchema, reminderExportSchema, remindersAskedSchema, remindersPageSchema, remindersQuerySchema } from '@forlop/contracts';
import type { Ledger, RemindersQuery, ReminderShown } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { concerns, currentAccess } from '../access/request-scope.js';
import { Downloads } from '../http/downloads.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { csvOf } from '@forlop/documents';
import { proofLines } from './proof-lines.js';

type Page = z.input<typeof remindersPageSchema>;

/** A file with more is one that nobody reads, and takes long to make. */
const mostExported = 5_000;
const pageOfExport = 500;

/** What was sent to whom, and what came of it. */
@ApiTags('Påminnelser')
@Controller(API)
export class RemindersController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('reminders.read', 'påminnelser')
  @Get('pathways/:id/reminders')
  @Documented({ summary: 'Hent påminnelsene i et forløp', description: 'Hver påminnelse med alt som har skjedd med den, den nyeste først.', answers: { 200: { description: 'En side av påminnelsene.', schema: remindersPageSchema } }, problems: ['not-found'] })
  ofPathway(@PathwayId() id: string, @Query({ schema: pathwayRemindersQuerySchema }) query: z.output<typeof pathwayRemindersQuerySchema>): Promise<Page> {
    return this.page(given({ ...query, pathwayId: id }));
  }

  @Allows('pathway.command', 'påminnelser som venter på svar')
  @Get('pathways/:id/reminders-asked')
  @Documented({ summary: 'Hent det du er spurt om', description: 'Det rollene dine er spurt om i forløpet, og svarene som kan gis. De som har ansvaret for forløpet, ser alt som er spurt om.', answers: { 200: { description: 'Det nyeste først.', schema: remindersAskedSchema } }, problems: ['not-found'] })
  async asked(@PathwayId() id: string): Promise<z.input<typeof remindersAskedSchema>> {
    return { pathwayId: id, asked: await this.ledger.remindersAsked(id, actingAs(currentAccess().principal.roles)) };
  }

  @Allows('reminders.read', 'påminnelser')
  @Get('reminders')
  @Documented({ summary: 'Hent enhetens påminnelser', description: 'For en mottaker, en periode eller en tilstand; det som er oppgitt, må alt stemme. Bare forløp du ser.', answers: { 200: { description: 'En side av påminnelsene.', schema: remindersPageSchema } } })
  list(@Query({ schema: remindersQuerySchema }) { receiver, ...query }: z.output<typeof remindersQuerySchema>): Promise<Page> {
    return this.page(given({ ...query, receiverId: receiver }));
  }

  @Allows('reminders.export', 'påminnelser som fil')
  @Get('reminders/export')
  @Downloads('text/csv', 'paminnelser.csv')
  @Documented({ summary: 'Last ned påminnelsene som CSV', description: `Én linje for hver hendelse, høyst ${mostExported} påminnelser. Celler som et regneark kunne tatt for en formel, har en apostrof foran.`, answers: { 200: { description: 'Filen.', schema: reminderExportSchema } } })
  async export(@Query({ schema: reminderExportQuerySchema }) { receiver, ...query }: z.output<typeof reminderExportQuerySchema>): Promise<string> {
    const rows = await this.all(given({ ...query, receiverId: receiver }));
    concerns(rows.map(({ pathwayId }) => pathwayId));
    return csvOf(proofLines(rows));
  }

  private async all(query: RemindersQuery): Promise<readonly ReminderShown[]> {
    const rows: ReminderShown[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await this.ledger.reminders(given({ ...query, limit: pageOfExport, cursor }));
      rows.push(...page.rows);
      cursor = page.nextCursor;
      if (rows.length > mostExported) throw new ApiProblem('invalid-input', `Utvalget har mer enn ${mostExported} påminnelser. Velg en kortere periode.`, { code: 'too-many-rows' });
    }
    return rows;
  }

  private async page(query: RemindersQuery): Promise<Page> {
    const page = await this.ledger.reminders(query);
    return { ...page, more: page.nextCursor !== null };
  }
}
