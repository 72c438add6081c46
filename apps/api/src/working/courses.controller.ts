import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { courseCancellationSchema, courseOffersQuerySchema, courseOffersSchema, courseRequestSchema, courseSchema, coursesQuerySchema, coursesSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';
import { IdParam } from './work-answers.js';

type Request = z.output<typeof courseRequestSchema>;
type Shown = z.input<typeof courseSchema>;
const CourseParam = () => IdParam('course', 'Kursets id.');

/** Courses of the organisations that whoever asks acts for. They speak of no patient. */
@ApiTags('Kurs')
@Controller(API)
export class CoursesController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('courses.read', 'kurs')
  @Get('courses')
  @Documented({ summary: 'Hent kursene', description: 'Kursene til enheten din og dem under, med ledige plasser. Det neste først.', answers: { 200: { description: 'Kursene.', schema: coursesSchema } } })
  async list(@Query({ schema: coursesQuerySchema }) { past }: z.output<typeof coursesQuerySchema>): Promise<z.input<typeof coursesSchema>> {
    return { rows: await this.ledger.courses({ organisationIds: organisations(), past: past === 'true' }) };
  }

  @Allows('courses.write', 'kurs')
  @Post('courses')
  @Documented({ summary: 'Opprett et kurs', description: 'Enheten du handler for, holder det. Samlingenes klokkeslett er norske.', writes: true, answers: { 201: { description: 'Kurset er opprettet.', schema: courseSchema } }, problems: ['refused'] })
  create(@Body({ schema: courseRequestSchema }) body: Request, @Writing() write: Write): Promise<object> {
    const { unitId } = currentAccess().principal;
    if (unitId === null) throw new ApiProblem('refused', 'Huset vet ikke hvilken enhet du handler for, så kurset har ingen som holder det.', { code: 'no-unit' });
    return this.writes.once(write, async (within) => ({ status: 201, body: await this.ledger.createCourse(body, unitId, write.actor, within) }));
  }

  @Allows('courses.read', 'kurs')
  @Get('courses/:course')
  @CourseParam()
  @Documented({ summary: 'Hent et kurs', answers: { 200: { description: 'Kurset.', schema: courseSchema } }, problems: ['not-found'] })
  one(@Param('course') id: string): Promise<Shown> {
    return this.ledger.course(id, organisations());
  }

  @Allows('courses.write', 'kurs')
  @Put('courses/:course')
  @CourseParam()
  @Documented({ summary: 'Endre et kurs', description: 'Alt som ikke er oppgitt likt, endres. Blir det flere plasser, rykker de som venter, opp i rekkefølge.', writes: true, answers: { 200: { description: 'Kurset er endret.', schema: courseSchema } }, problems: ['not-found', 'refused'] })
  change(@Param('course') id: string, @Body({ schema: courseRequestSchema }) body: Request, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.changeCourse(id, body, organisations(), write.actor, within) }));
  }

  @Allows('courses.write', 'kurs')
  @Post('courses/:course/cancellation')
  @CourseParam()
  @Documented({ summary: 'Avlys et kurs', description: 'De som hadde plass eller ventet, står uten kurs igjen, og fristene deres løper videre. Det står på tidslinjen til hver av dem.', writes: true, answers: { 200: { description: 'Kurset er avlyst.', schema: courseSchema } }, problems: ['not-found', 'refused'] })
  cancel(@Param('course') id: string, @Body({ schema: courseCancellationSchema }) { reason }: z.output<typeof courseCancellationSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.cancelCourse(id, reason, organisations(), write.actor, within) }));
  }

  @Allows('courses.offer', 'kurstilbud')
  @Get('course-offers')
  @Documented({ summary: 'Hent tilbud om kurs', description: 'Til pasienter du ser: for et kurs, en tilstand, eller alle. De som har rykket opp fra ventelisten, har movedUpAt og må få beskjed.', answers: { 200: { description: 'Tilbudene.', schema: courseOffersSchema } } })
  async offers(@Query({ schema: courseOffersQuerySchema }) { course, state }: z.output<typeof courseOffersQuerySchema>): Promise<z.input<typeof courseOffersSchema>> {
    return { rows: await this.ledger.courseOffers({ ...(course !== undefined && { courseId: course }), ...(state !== undefined && { states: [state] }) }) };
  }
}

/** The unit that they act for, all below it, and the legal entity that it is part of. */
export function organisations(): readonly string[] {
  const { unitId, legalEntityId, organisationIds } = currentAccess().principal;
  return [...new Set([unitId, legalEntityId, ...organisationIds])].filter((id) => id !== null);
}
