import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attendanceRequestSchema, courseOfferAnswerSchema, courseOfferRequestSchema, courseOfferSchema, courseOffersSchema, courseStepRequestSchema, workedSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { organisations } from './courses.controller.js';
import { asWork, IdParam, workedAnswer } from './work-answers.js';

const OfferParam = () => IdParam('offer', 'Tilbudets id.');

/** A patient's way to a course and through it. What becomes of an offer is recorded on the pathway in the same breath. */
@ApiTags('Kurs')
@Controller(`${API}/pathways/:id/course-offers`)
export class CourseOffersController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('courses.offer', 'kurstilbud')
  @Get()
  @Documented({ summary: 'Hent pasientens kurs', description: 'Alle tilbud med svar, oppmøte og historikk.', answers: { 200: { description: 'Tilbudene.', schema: courseOffersSchema } }, problems: ['not-found'] })
  async list(@PathwayId() id: string): Promise<z.input<typeof courseOffersSchema>> {
    return { rows: await this.ledger.courseOffers({ pathwayId: id }) };
  }

  @Allows('courses.offer', 'kurstilbud')
  @Post()
  @Documented({
    summary: 'Tilby kurs', description: 'Er det ledig plass og ingen som venter, er plassen tilbudt og det er registrert på forløpet. Ellers står pasienten sist på ventelisten.', writes: true,
    answers: { 201: { description: 'Tilbudt, eller satt på ventelisten.', schema: courseOfferAnswerSchema } }, problems: ['not-found', 'refused', 'erased'],
  })
  offer(@PathwayId() id: string, @Body({ schema: courseOfferRequestSchema }) { course, ...body }: z.output<typeof courseOfferRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => {
      const worked = await this.ledger.offerCourse(course, id, asWork(body), organisations(), write.actor, within);
      return { status: 201, body: { ...workedAnswer(worked).body, state: worked.state } };
    });
  }

  @Allows('courses.offer', 'kurstilbud')
  @Post(':offer/steps')
  @OfferParam()
  @Documented({
    summary: 'Registrer svar eller utfall', description: 'Takket ja eller nei, ikke relevant, gjennomført eller avbrutt. Det blir registrert på forløpet; et avslag der er et avslag her. Blir en plass ledig, går den til den neste på ventelisten.', writes: true,
    answers: { 200: { description: 'Registrert.', schema: workedSchema } }, problems: ['not-found', 'refused', 'erased'],
  })
  step(@PathwayId() id: string, @Param('offer') offer: string, @Body({ schema: courseStepRequestSchema }) { step, ...body }: z.output<typeof courseStepRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => workedAnswer(ofPathway(id, await this.ledger.stepOffer(offer, step, asWork(body), write.actor, within))));
  }

  @Allows('courses.offer', 'oppmøte på kurs')
  @Put(':offer/attendance/:session')
  @OfferParam()
  @IdParam('session', 'Samlingens id.')
  @Documented({ summary: 'Registrer oppmøte', description: 'For en samling som har begynt. Kan rettes; det som sto før, står i historikken.', writes: true, answers: { 200: { description: 'Registrert.', schema: courseOfferSchema } }, problems: ['not-found', 'refused', 'erased'] })
  attendance(@PathwayId() id: string, @Param('offer') offer: string, @Param('session') session: string, @Body({ schema: attendanceRequestSchema }) { state }: z.output<typeof attendanceRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: ofPathway(id, await this.ledger.recordAttendance(offer, session, state, write.actor, within)) }));
  }
}

/** An offer is found by its own id: that it is this pathway's is seen afterwards, and undone when it is not. */
function ofPathway<T extends { readonly pathwayId: string }>(pathwayId: string, worked: T): T {
  if (worked.pathwayId === pathwayId) return worked;
  throw new ApiProblem('not-found', 'Det finnes ikke noe kurstilbud med denne id-en.', { code: 'unknown-offer' });
}
