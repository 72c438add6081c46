import { Body, Controller, Delete, Get, Header, Inject, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { complianceFileSchema, complianceReportSchema, nextReportSchema, reportReadersQuerySchema, reportReadersSchema, reportRunsSchema, reportScheduleRequestSchema, reportScheduleSchema, reportSchedulesSchema, reportTimingQuerySchema, worklistExportSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { XLSX } from '../http/downloads.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { StoredReports } from './stored-reports.service.js';

const ScheduleParam = () => ApiParam({ name: 'schedule', description: 'Den faste rapportens id.', example: '0198c0de-aaaa-7000-8000-00000000000a', schema: { type: 'string' } });
const RunParam = () => ApiParam({ name: 'run', description: 'Kjøringens id.', example: '0198c0de-bbbb-7000-8000-00000000000b', schema: { type: 'string' } });
const same = 'Filen følger av rapporten slik den ble lagret, og av ingenting annet.';

/** Reports that are made by themselves, and what they have come to. */
@ApiTags('Faste rapporter')
@Controller(`${API}/compliance/schedules`)
export class ReportSchedulesController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly stored: StoredReports,
    private readonly writes: Writes,
  ) {}

  @Allows('compliance.open', 'faste rapporter')
  @Get()
  @Documented({ summary: 'Hent faste rapporter', description: 'De som gjelder virksomheter du når, også slettede: det de har laget, beholdes.', answers: { 200: { description: 'De faste rapportene.', schema: reportSchedulesSchema } } })
  async list(): Promise<z.input<typeof reportSchedulesSchema>> {
    return { schedules: await this.ledger.reportSchedules() };
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Get('next')
  @Documented({ summary: 'Spør når en rapport ville bli laget', description: 'Etter norsk kalender: en virkedag klokken 07. Sier også hvilke dager den ville være av.', answers: { 200: { description: 'Neste gang.', schema: nextReportSchema } } })
  next(@Query({ schema: reportTimingQuerySchema }) { cadence, weekday, period }: z.output<typeof reportTimingQuerySchema>): Promise<z.input<typeof nextReportSchema>> {
    return this.ledger.nextReport({ cadence, weekday: weekday ?? null, period });
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Get('readers')
  @Documented({ summary: 'Hent hvem som kan motta', description: 'De som har rett til å lese rapporter for virksomheten. Retten prøves igjen hver gang noe sendes.', answers: { 200: { description: 'Personene, etter navn.', schema: reportReadersSchema } } })
  async readers(@Query({ schema: reportReadersQuerySchema }) { org }: z.output<typeof reportReadersQuerySchema>): Promise<z.input<typeof reportReadersSchema>> {
    return { readers: await this.ledger.reportReaders(org) };
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Post()
  @Documented({
    summary: 'Lag en fast rapport', description: 'Den lages av seg selv, med din rett, og mottakerne får en e-post med lenke og uten tall.',
    writes: true, answers: { 201: { description: 'Den faste rapporten.', schema: reportScheduleSchema } }, problems: ['refused'],
  })
  create(@Body({ schema: reportScheduleRequestSchema }) body: z.output<typeof reportScheduleRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 201, body: await this.ledger.saveReportSchedule(null, body, write.actor, within) }));
  }

  @Allows('compliance.open', 'faste rapporter')
  @Get(':schedule')
  @ScheduleParam()
  @Documented({ summary: 'Hent en fast rapport', description: 'Hva den er av, når den lages, og hvem som får beskjed.', answers: { 200: { description: 'Den faste rapporten.', schema: reportScheduleSchema } }, problems: ['not-found'] })
  one(@Param('schedule') id: string): Promise<z.input<typeof reportScheduleSchema>> {
    return this.ledger.reportSchedule(id);
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Put(':schedule')
  @ScheduleParam()
  @Documented({
    summary: 'Endre en fast rapport', description: 'Den som lagrer, eier den fra nå av. Det som er laget, endres ikke. Var den satt på pause fordi eieren mistet retten, går den videre.',
    writes: true, answers: { 200: { description: 'Den faste rapporten.', schema: reportScheduleSchema } }, problems: ['not-found', 'refused'],
  })
  change(@Param('schedule') id: string, @Body({ schema: reportScheduleRequestSchema }) body: z.output<typeof reportScheduleRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.saveReportSchedule(id, body, write.actor, within) }));
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Post(':schedule/pause')
  @ScheduleParam()
  @Documented({ summary: 'Sett en fast rapport på pause', description: 'Det som faller i pausen, lages ikke.', writes: true, answers: { 200: { description: 'Den er på pause.', schema: reportScheduleSchema } }, problems: ['not-found', 'refused'] })
  pause(@Param('schedule') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.setReportScheduleState(id, 'paused', within) }));
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Post(':schedule/resume')
  @ScheduleParam()
  @Documented({ summary: 'La en fast rapport gå videre', description: 'Den lages fra nå av; det som falt i pausen, lages ikke.', writes: true, answers: { 200: { description: 'Den går videre.', schema: reportScheduleSchema } }, problems: ['not-found', 'refused'] })
  resume(@Param('schedule') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.setReportScheduleState(id, 'active', within) }));
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Delete(':schedule')
  @ScheduleParam()
  @Documented({ summary: 'Slett en fast rapport', description: 'Den lages ikke mer. Det den har laget, beholdes og kan hentes.', writes: true, answers: { 200: { description: 'Den er slettet.', schema: reportScheduleSchema } }, problems: ['not-found'] })
  remove(@Param('schedule') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.setReportScheduleState(id, 'deleted', within) }));
  }

  @Allows('compliance.schedule', 'faste rapporter')
  @Post(':schedule/runs')
  @ScheduleParam()
  @Documented({
    summary: 'Lag rapporten nå', description: 'Av perioden som er over i dag. Den lages i løpet av noen sekunder. Er den samme perioden alt laget, sies det.',
    writes: true, answers: { 202: { description: 'Den er bestilt.', schema: reportScheduleSchema } }, problems: ['not-found', 'refused'],
  })
  runNow(@Param('schedule') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 202, body: await this.ledger.requestReport(id, write.actor, within) }));
  }

  @Allows('compliance.open', 'det en fast rapport har laget')
  @Get(':schedule/runs')
  @ScheduleParam()
  @Documented({ summary: 'Hent hva en fast rapport har laget', description: 'Med hvem som fikk beskjed. Den nyeste først.', answers: { 200: { description: 'Kjøringene.', schema: reportRunsSchema } }, problems: ['not-found'] })
  async runs(@Param('schedule') id: string): Promise<z.input<typeof reportRunsSchema>> {
    return { runs: await this.ledger.reportRuns(id) };
  }

  @Allows('compliance.open', 'en lagret rapport', { onlyReads: true })
  @Get(':schedule/runs/:run/json')
  @ScheduleParam()
  @RunParam()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiProduces('application/json')
  @Documented({ summary: 'Hent en lagret rapport', description: 'De samme bytene som da den ble laget, med hashen.', answers: { 200: { description: 'Rapporten.', schema: complianceReportSchema } }, problems: ['not-found'] })
  json(@Param('schedule') id: string, @Param('run') run: string): Promise<StreamableFile> {
    return this.stored.json(id, run);
  }

  @Allows('compliance.open', 'en lagret rapport', { onlyReads: true })
  @Get(':schedule/runs/:run/csv')
  @ScheduleParam()
  @RunParam()
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @Documented({ summary: 'Last ned en lagret rapport som CSV', description: same, answers: { 200: { description: 'Filen.', schema: worklistExportSchema } }, problems: ['not-found'] })
  csv(@Param('schedule') id: string, @Param('run') run: string): Promise<StreamableFile> {
    return this.stored.csv(id, run);
  }

  @Allows('compliance.open', 'en lagret rapport', { onlyReads: true })
  @Get(':schedule/runs/:run/xlsx')
  @ScheduleParam()
  @RunParam()
  @Header('Content-Type', XLSX)
  @ApiProduces(XLSX)
  @Documented({ summary: 'Last ned en lagret rapport som regneark', description: same, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } }, problems: ['not-found'] })
  xlsx(@Param('schedule') id: string, @Param('run') run: string): Promise<StreamableFile> {
    return this.stored.xlsx(id, run);
  }

  @Allows('compliance.open', 'en lagret rapport', { onlyReads: true })
  @Get(':schedule/runs/:run/pdf')
  @ScheduleParam()
  @RunParam()
  @Header('Content-Type', 'application/pdf')
  @ApiProduces('application/pdf')
  @Documented({ summary: 'Last ned en lagret rapport som PDF', description: same, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } }, problems: ['not-found'] })
  pdf(@Param('schedule') id: string, @Param('run') run: string): Promise<StreamableFile> {
    return this.stored.pdf(id, run);
  }
}
