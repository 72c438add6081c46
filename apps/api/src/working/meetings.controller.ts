import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  agendaRequestSchema, invitationSchema, meetingAnswerSchema, meetingHeldSchema, meetingReasonSchema, meetingRequestSchema, meetingsSchema, meetingTimeRequestSchema, minutesRequestSchema, meetingParticipantRequestSchema, workedSchema,
} from '@forlop/contracts';
import type { Ledger, Transaction, Worked } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { Downloads } from '../http/downloads.js';
import { ApiProblem } from '../http/api-problem.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { invitation } from './invitation.js';
import { inNorway } from './meeting-time.js';
import { asWork, IdParam, workedAnswer } from './work-answers.js';

const MeetingParam = () => IdParam('meeting', 'Møtets id.');
const done = { 200: { description: 'Registrert.', schema: workedSchema } };
const problems = ['not-found', 'refused', 'erased'] as const;

/** Meetings about a patient, from the first invitation to the minutes. */
@ApiTags('Møter')
@Controller(`${API}/pathways/:id/meetings`)
export class MeetingsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('meetings.read', 'møter')
  @Get()
  @Documented({ summary: 'Hent møtene', description: 'Med deltakere, dagsorden, referater og historikk. check sier på forhånd hva definisjonen ville sagt om hvem som mangler.', answers: { 200: { description: 'Møtene.', schema: meetingsSchema } }, problems: ['not-found'] })
  async list(@PathwayId() id: string): Promise<z.input<typeof meetingsSchema>> {
    return { pathwayId: id, meetings: await this.ledger.meetings(id) };
  }

  @Allows('meetings.write', 'møter')
  @Post()
  @Documented({ summary: 'Avtal et møte', description: 'De definisjonen sier skal eller bør være med, kommer på listen. Alle med en e-postadresse får en invitasjon på e-post: tid og form, ingenting om pasienten. Dagen blir registrert på forløpet der definisjonen har en hendelse for det.', writes: true, answers: { 201: { description: 'Avtalt.', schema: workedSchema } }, problems })
  plan(@PathwayId() id: string, @Body({ schema: meetingRequestSchema }) body: z.output<typeof meetingRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.planMeeting(id, asWork(inNorway(body)), write.actor, within), 201);
  }

  @Allows('meetings.write', 'møter')
  @Put(':meeting/time')
  @MeetingParam()
  @Documented({ summary: 'Flytt et møte', description: 'Svarene gjelder ikke lenger, og de inviterte får den nye tiden på e-post. Tiden som var, står i historikken.', writes: true, answers: done, problems })
  move(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: meetingTimeRequestSchema }) body: z.output<typeof meetingTimeRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.moveMeeting(id, meeting, asWork(inNorway(body)), write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Post(':meeting/cancellation')
  @MeetingParam()
  @Documented({ summary: 'Avlys et møte', description: 'Med grunn. De som er invitert på e-post, får beskjed om at møtet er avlyst.', writes: true, answers: done, problems })
  cancel(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: meetingReasonSchema }) body: z.output<typeof meetingReasonSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.cancelMeeting(id, meeting, asWork(body), write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Post(':meeting/not-held')
  @MeetingParam()
  @Documented({ summary: 'Registrer at møtet ikke ble holdt', description: 'Med grunn, etter at det skulle begynt.', writes: true, answers: done, problems })
  notHeld(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: meetingReasonSchema }) body: z.output<typeof meetingReasonSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.notHeldMeeting(id, meeting, asWork(body), write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Post(':meeting/held')
  @MeetingParam()
  @Documented({ summary: 'Registrer møtet som holdt', description: 'Med dem som møtte, datert møtets dag. Mangler noen som skal eller bør være med, kreves en begrunnelse.', writes: true, answers: done, problems })
  held(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: meetingHeldSchema }) body: z.output<typeof meetingHeldSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.holdMeeting(id, meeting, asWork(body), write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Put(':meeting/participants/:participant/answer')
  @MeetingParam()
  @IdParam('participant', 'Deltakerens id.')
  @Documented({ summary: 'Noter et svar', description: 'Det en deltaker har svart på invitasjonen.', writes: true, answers: done, problems })
  answer(@PathwayId() id: string, @Param('meeting') meeting: string, @Param('participant') participant: string, @Body({ schema: meetingAnswerSchema }) { answer }: z.output<typeof meetingAnswerSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.answerMeeting(id, meeting, participant, answer, write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Put(':meeting/participants/:participant')
  @MeetingParam()
  @IdParam('participant', 'Deltakerens id.')
  @Documented({ summary: 'Oppgi hvem en deltaker er', description: 'Navn og e-post. En ny adresse får invitasjonen, og den gamle får beskjed om at møtet er avlyst der.', writes: true, answers: done, problems })
  participant(@PathwayId() id: string, @Param('meeting') meeting: string, @Param('participant') participant: string, @Body({ schema: meetingParticipantRequestSchema }) body: z.output<typeof meetingParticipantRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.setParticipant(id, meeting, participant, body, write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Put(':meeting/agenda')
  @MeetingParam()
  @Documented({ summary: 'Sett dagsordenen', description: 'Hele listen, slik den skal stå.', writes: true, answers: done, problems })
  agenda(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: agendaRequestSchema }) { agenda }: z.output<typeof agendaRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.setAgenda(id, meeting, agenda, write.actor, within));
  }

  @Allows('meetings.write', 'møter')
  @Post(':meeting/minutes')
  @MeetingParam()
  @Documented({ summary: 'Skriv referat', description: 'En ny utgave for hver gang. Den gamle blir stående.', writes: true, answers: { 201: { description: 'Lagret.', schema: workedSchema } }, problems })
  minutes(@PathwayId() id: string, @Param('meeting') meeting: string, @Body({ schema: minutesRequestSchema }) { text }: z.output<typeof minutesRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.once(write, (within) => this.ledger.addMinutes(id, meeting, text, write.actor, within), 201);
  }

  @Allows('meetings.read', 'invitasjon til møte')
  @Get(':meeting/invitation')
  @MeetingParam()
  @Downloads('text/calendar', 'invitasjon.ics')
  @Documented({ summary: 'Last ned invitasjonen', description: 'iCalendar (RFC 5545) for alle deltakere med e-post, eller en avlysning. Med stedet, som ikke står i e-posten; ingenting om pasienten eller hva møtet gjelder.', answers: { 200: { description: 'Filen.', schema: invitationSchema } }, problems: ['not-found'] })
  async invitation(@PathwayId() id: string, @Param('meeting') meetingId: string): Promise<string> {
    const meeting = (await this.ledger.meetings(id)).find((one) => one.id === meetingId);
    if (meeting === undefined) throw new ApiProblem('not-found', 'Det finnes ikke noe møte med denne id-en i forløpet.', { code: 'unknown-meeting' });
    const { unitId } = currentAccess().principal;
    const house = (await this.ledger.organisations()).find((one) => one.id === unitId);
    return invitation(meeting, { name: house?.name ?? 'Forløp', email: house?.email ?? null });
  }

  private once(write: Write, work: (within?: Transaction) => Promise<Worked>, status = 200): Promise<object> {
    return this.writes.once(write, async (within) => workedAnswer(await work(within), status));
  }
}
