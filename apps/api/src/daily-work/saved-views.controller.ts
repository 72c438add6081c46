import { Body, Controller, Delete, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { removedViewSchema, savedViewRequestSchema, savedViewSchema, savedViewsSchema } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

type Request = z.output<typeof savedViewRequestSchema>;
const ViewParam = (): MethodDecorator => ApiParam({ name: 'view', description: 'Visningens id.', example: '0198c0de-3333-7000-8000-000000000003', schema: { type: 'string' } });

/** Filters, sorting and columns of the work list under a name: one's own, and those shared with one's unit. */
@ApiTags('Arbeidsliste')
@Controller(`${API}/worklist/views`)
export class SavedViewsController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('views.own', 'lagrede visninger')
  @Get()
  @Documented({ summary: 'Hent lagrede visninger', description: 'Dine egne først, så de som er delt med enheten din. Høyst 200.', answers: { 200: { description: 'Visningene.', schema: savedViewsSchema } } })
  async list(): Promise<z.input<typeof savedViewsSchema>> {
    return { views: await this.ledger.savedViews() };
  }

  @Allows('views.own', 'lagret visning')
  @Post()
  @Documented({ summary: 'Lagre en visning', description: 'Bare for deg, eller delt med en enhet du handler for.', writes: true, answers: { 201: { description: 'Visningen er lagret.', schema: savedViewSchema } } })
  add(@Body({ schema: savedViewRequestSchema }) view: Request, @Writing() write: Write): Promise<object> {
    return this.save(write, null, view, 201);
  }

  @Allows('views.own', 'lagret visning')
  @Put(':view')
  @ViewParam()
  @Documented({ summary: 'Endre en visning', description: 'Bare den som lagret den, kan endre den.', writes: true, answers: { 200: { description: 'Visningen er endret.', schema: savedViewSchema } }, problems: ['not-found'] })
  change(@Param('view') id: string, @Body({ schema: savedViewRequestSchema }) view: Request, @Writing() write: Write): Promise<object> {
    return this.save(write, id, view, 200);
  }

  @Allows('views.own', 'lagret visning')
  @Delete(':view')
  @ViewParam()
  @Documented({ summary: 'Fjern en visning', description: 'Bare den som lagret den, kan fjerne den.', writes: true, answers: { 200: { description: 'Visningen er fjernet.', schema: removedViewSchema } }, problems: ['not-found'] })
  remove(@Param('view') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => {
      if (!(await this.ledger.removeView(id, within))) throw notYours();
      return { status: 200, body: { removed: true } };
    });
  }

  private save(write: Write, id: string | null, { name, settings, shareWith }: Request, status: number): Promise<object> {
    return this.writes.once(write, async (within) => {
      const saved = await this.ledger.saveView(id, { name: name.trim(), settings, organisationId: shareWith }, within);
      if (saved === null) throw notYours();
      return { status, body: saved };
    });
  }
}

const notYours = (): ApiProblem => new ApiProblem('not-found', 'Du har ingen lagret visning med denne id-en.', { code: 'unknown-view' });
