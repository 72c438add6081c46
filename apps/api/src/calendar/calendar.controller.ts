import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  appointmentFileSchema, appointmentRequestsPageSchema, appointmentRequestsQuerySchema, breakingPageSchema, breakingQuerySchema, calendarWeeksQuerySchema, calendarWeeksSchema, capacityFileSchema, mirroredFileSchema,
} from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { CalendarFiles } from './calendar-files.service.js';

const tookIn = { 200: { description: 'Det som ble av hver linje.', schema: mirroredFileSchema } };
const ownedElsewhere = 'Sykehusets journalsystem eier timene; Forløp speiler dem og setter aldri opp noen.';

/** The hospital's calendar as it is mirrored, against the dates that must be kept. */
@ApiTags('Kalender og kapasitet')
@Controller(API)
export class CalendarController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly files: CalendarFiles,
    private readonly writes: Writes,
  ) {}

  @Allows('calendar.read', 'frister uke for uke')
  @Get('calendar/weeks')
  @Documented({
    summary: 'Hent frister uke for uke mot ledig tid',
    description: `For hver enhet og uke: åpne frister som en første time oppfyller, hvor mange som har time i tide, og tiden som er speilet, med alder. ${ownedElsewhere} Riktig fra midnatt i Oslo.`,
    answers: { 200: { description: 'Ukene.', schema: calendarWeeksSchema } },
  })
  weeks(@Query({ schema: calendarWeeksQuerySchema }) { org, ...query }: z.output<typeof calendarWeeksQuerySchema>): Promise<z.input<typeof calendarWeeksSchema>> {
    return this.ledger.calendarWeeks(given({ ...query, organisationIds: org }));
  }

  @Allows('calendar.read', 'pasienter som kan få brutt frist')
  @Get('calendar/breaking')
  @Documented({
    summary: 'Se hva som brytes hvis ingenting endres',
    description: 'Pasienter uten time på eller før fristen, i ukene framover. Den nærmeste fristen først, en rad for hver frist. Med week og time: hvem som står bak hvert tall i «uke for uke».',
    answers: { 200: { description: 'En side av listen.', schema: breakingPageSchema } },
  })
  async breaking(@Query({ schema: breakingQuerySchema }) { org, ...query }: z.output<typeof breakingQuerySchema>): Promise<z.input<typeof breakingPageSchema>> {
    const page = await this.ledger.breaking(given({ ...query, organisationIds: org }));
    return { ...page, more: page.nextCursor !== null };
  }

  @Allows('calendar.read', 'forespørsler om time')
  @Get('appointment-requests')
  @Documented({
    summary: 'Hent forespørslene om time',
    description: 'Listen til dem som setter opp timer. Uten state: de som venter, den som haster mest, først.',
    answers: { 200: { description: 'En side av listen.', schema: appointmentRequestsPageSchema } },
  })
  async requests(@Query({ schema: appointmentRequestsQuerySchema }) { org, ...query }: z.output<typeof appointmentRequestsQuerySchema>): Promise<z.input<typeof appointmentRequestsPageSchema>> {
    const page = await this.ledger.appointmentRequests(given({ ...query, organisationIds: org }));
    return { ...page, more: page.nextCursor !== null };
  }

  @Allows('calendar.mirror', 'timer fra journalsystemet')
  @Post('calendar/appointments')
  @Documented({ summary: 'Last opp timer som CSV', description: `${ownedElsewhere} Linjer med feil svares det på hver for seg, og resten tas inn. Samme fil en gang til endrer ingenting.`, writes: true, answers: tookIn })
  appointments(@Body({ schema: appointmentFileSchema }) { csv }: z.output<typeof appointmentFileSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.files.appointments(csv, write.actor, within) }));
  }

  @Allows('calendar.mirror', 'ledig tid fra journalsystemet')
  @Post('calendar/capacity')
  @Documented({ summary: 'Last opp ledig tid som CSV', description: 'Ledige og opptatte minutter og plasser, for en enhet, en dag og et slag tjeneste. Samme fil en gang til sier bare at den fortsatt gjelder.', writes: true, answers: tookIn })
  capacity(@Body({ schema: capacityFileSchema }) { csv }: z.output<typeof capacityFileSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.files.capacity(csv, write.actor, within) }));
  }
}
