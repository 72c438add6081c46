import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { whatIfExplanationSchema, whatIfFlipsQuerySchema, whatIfFlipsSchema, whatIfJobSchema, whatIfJobsSchema, whatIfRequestSchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger, StoredWhatIf } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';
import { explainBoth, type WhatIfResult } from '@forlop/what-if';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER, RULES } from '../tokens.js';
import { changeOf } from './change-of.js';
import { flipShown, jobLine, jobShown } from './shown-job.js';
import { WhatIfJobs } from './what-if-jobs.js';

const jobParameter = ApiParam({ name: 'job', description: 'Beregningens id.', example: '0198c0de-9999-7000-8000-000000000001', schema: { type: 'string', format: 'uuid' } });
const asJob = (description: string) => ({ 200: { description, schema: whatIfJobSchema } });
const standardPage = 50;
type Asked = z.output<typeof whatIfRequestSchema>;

/** What another rule would have meant, over the patients that whoever asks may see. Nothing is recorded. */
@ApiTags('Hva om')
@Controller(`${API}/what-if`)
export class WhatIfController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
    private readonly jobs: WhatIfJobs,
  ) {}

  @Allows('what-if.run', 'frister etter andre regler', { onlyReads: true })
  @Post()
  @Documented({
    summary: 'Spør hva en annen regel ville betydd',
    description: 'Alle frister du ser, regnes ut to ganger: etter reglene slik de er, og etter de endrede, som om de hadde vært der hele tiden. Det går i bakgrunnen: hent beregningen til den er ferdig. Ingenting lagres, og ingen pasient flyttes.',
    answers: asJob('Beregningen, som venter eller har begynt.'),
    problems: ['unreadable-body', 'too-large', 'unsupported-media-type', 'refused'],
  })
  async start(@Body({ schema: whatIfRequestSchema }) request: Asked): Promise<z.input<typeof whatIfJobSchema>> {
    const { patch, definition, asOf, knownAt, receivedFrom, receivedTo, org } = request;
    const { title, change } = changeOf(this.rules, patch, definition);
    // The work goes on after the answer, with the eyes of whoever asked.
    const { ledger } = currentAccess();
    const query = given({ organisationIds: org, receivedFrom, receivedTo });
    const extent = await ledger.countedExtent(query);
    const known = knownAt ?? extent.position;
    const cohort = { receivedFrom: receivedFrom ?? null, receivedTo: receivedTo ?? null, organisationIds: org === undefined ? null : [...org].sort() };
    const question = { change, title, asOf: asOf ?? extent.today, knownAt: known, cohort };
    const job = await this.jobs.start({ ledger, request: JSON.parse(JSON.stringify(request)) as Json, total: extent.pathways, question, pages: () => ledger.countedFacts({ ...query, knownAt: known }) });
    return this.shown(job);
  }

  @Allows('what-if.run', 'frister etter andre regler')
  @Get()
  @Documented({ summary: 'Hent beregningene dine', description: 'Den siste først. De holdes i en time.', answers: { 200: { description: 'Beregningene.', schema: whatIfJobsSchema } } })
  async all(): Promise<z.input<typeof whatIfJobsSchema>> {
    return { jobs: (await this.ledger.whatIfs()).map(jobLine) };
  }

  @Allows('what-if.run', 'frister etter andre regler')
  @Get(':job')
  @jobParameter
  @Documented({ summary: 'Hent en beregning', description: 'Hvor langt den er kommet, og når den er ferdig hva som blir annerledes.', answers: asJob('Beregningen.'), problems: ['not-found'] })
  async one(@Param('job') id: string): Promise<z.input<typeof whatIfJobSchema>> {
    return this.shown(await this.jobs.of(this.ledger, id));
  }

  @Allows('what-if.run', 'frister etter andre regler', { onlyReads: true })
  @Delete(':job')
  @jobParameter
  @Documented({ summary: 'Avbryt en beregning', description: 'En som er ferdig, står.', answers: asJob('Beregningen.'), problems: ['not-found'] })
  async cancel(@Param('job') id: string): Promise<z.input<typeof whatIfJobSchema>> {
    return this.shown(await this.jobs.cancel(this.ledger, id));
  }

  @Allows('what-if.run', 'frister med et annet utfall')
  @Get(':job/flips')
  @jobParameter
  @Documented({
    summary: 'Hent fristene som får et annet utfall',
    description: 'Med datoene før og etter, uten hvem pasientene er. Høyst de 10 000 første kan hentes.',
    answers: { 200: { description: 'En side av listen.', schema: whatIfFlipsSchema } },
    problems: ['not-found', 'refused'],
  })
  async flips(@Param('job') id: string, @Query({ schema: whatIfFlipsQuerySchema }) { clock, org, from, to, after = 0, limit = standardPage }: z.output<typeof whatIfFlipsQuerySchema>): Promise<z.input<typeof whatIfFlipsSchema>> {
    await this.jobs.of(this.ledger, id);
    const result = await this.resultOf(id);
    if (result === null) throw new ApiProblem('refused', 'Beregningen er ikke ferdig.', { code: 'not-done' });
    const wanted = result.flips.listed.filter((flip) =>
      (clock === undefined || flip.clock === clock) && (org === undefined || org.includes(flip.organisationId)) && (from === undefined || (flip.before?.outcome ?? 'absent') === from) && (to === undefined || (flip.after?.outcome ?? 'absent') === to));
    const names = await this.names();
    return { total: wanted.length, more: wanted.length > after + limit, rows: wanted.slice(after, after + limit).map((flip) => flipShown(flip, names)) };
  }

  @Allows('what-if.run', 'forklaringen av en frist')
  @Get(':job/pathways/:id/clocks/:key')
  @jobParameter
  @ApiParam({ name: 'id', description: 'Forløpets id.', example: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'key', description: 'Fristens nøkkel.', example: 'FRIST-START-VOKSEN-12U#1', schema: { type: 'string' } })
  @Documented({ summary: 'Forklar en frist før og etter', description: 'Hvorfor datoen er den den er, etter reglene slik de er og etter de endrede.', answers: { 200: { description: 'Begge forklaringene.', schema: whatIfExplanationSchema } }, problems: ['not-found'] })
  async explain(@Param('job') job: string, @PathwayId() pathwayId: string, @Param('key') key: string): Promise<z.input<typeof whatIfExplanationSchema>> {
    const { patch, definition } = (await this.jobs.of(this.ledger, job)).request as unknown as Asked;
    const [{ change }, result] = [changeOf(this.rules, patch, definition), await this.resultOf(job)];
    const input = await this.ledger.kernelInput(pathwayId, given({ asOf: result?.asOf, knownAt: result?.knownAt }));
    const both = explainBoth(change, input, key);
    if (both.before === null && both.after === null) throw new ApiProblem('not-found', `Forløpet har ikke noen frist «${key}» etter noen av reglene.`, { code: 'unknown-clock' });
    return { pathwayId, ...both };
  }

  private async shown(job: StoredWhatIf): Promise<z.input<typeof whatIfJobSchema>> {
    return jobShown(job, job.state === 'done' ? await this.resultOf(job.id) : null, this.rules, await this.names());
  }

  private async resultOf(job: string): Promise<WhatIfResult | null> {
    return (await this.ledger.whatIfResult(job)) as unknown as WhatIfResult | null;
  }

  private async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.ledger.organisations()).map(({ id, name }) => [id, name]));
  }
}
