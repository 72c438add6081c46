import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { appointmentRequestRequestSchema, appointmentRequestSchema, appointmentsSchema, pathwayAppointmentRequestsSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const asked = (description: string) => ({ 200: { description, schema: appointmentRequestSchema } });

/** A patient's appointments as they are mirrored, and what is asked of those who book. */
@ApiTags('Kalender og kapasitet')
@Controller(`${API}/pathways/:id`)
export class PathwayAppointmentsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('appointments.read', 'timer')
  @Get('appointments')
  @Documented({ summary: 'Hent timene i et forløp', description: 'Slik journalsystemet sist sendte dem, med kilde og alder.', answers: { 200: { description: 'Timene.', schema: appointmentsSchema } }, problems: ['not-found'] })
  async appointments(@PathwayId() pathwayId: string): Promise<z.input<typeof appointmentsSchema>> {
    return { pathwayId, appointments: await this.ledger.appointments(pathwayId) };
  }

  @Allows('appointments.read', 'forespørsler om time')
  @Get('appointment-requests')
  @Documented({ summary: 'Hent forespørslene om time i et forløp', answers: { 200: { description: 'Forespørslene, den siste først.', schema: pathwayAppointmentRequestsSchema } }, problems: ['not-found'] })
  async requests(@PathwayId() pathwayId: string): Promise<z.input<typeof pathwayAppointmentRequestsSchema>> {
    return { pathwayId, requests: await this.ledger.appointmentRequestsOf(pathwayId) };
  }

  @Allows('appointments.request', 'forespørsel om time')
  @Post('appointment-requests')
  @Documented({
    summary: 'Be om en time',
    description: 'De som setter opp timer i journalsystemet, ser forespørselen i listen sin. En speilet time av samme slag på eller før dagen svarer på den. Et nytt ønske tar plassen til et som venter.',
    writes: true,
    answers: asked('Bedt om.'),
    problems: ['not-found', 'erased'],
  })
  request(@PathwayId() id: string, @Body({ schema: appointmentRequestRequestSchema }) body: z.output<typeof appointmentRequestRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.requestAppointment(id, body, write.actor, within) }));
  }

  @Allows('appointments.request', 'forespørsel om time')
  @Delete('appointment-requests')
  @Documented({ summary: 'Trekk forespørselen om time tilbake', writes: true, answers: asked('Trukket tilbake.'), problems: ['not-found', 'erased'] })
  withdraw(@PathwayId() id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.withdrawAppointmentRequest(id, write.actor, within) }));
  }
}
