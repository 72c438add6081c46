import { Body, Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { noteRequestSchema, noteStrikeRequestSchema, notesSchema, recordedSchema } from '@forlop/contracts';
import { actorText, type Actor, type Ledger, type Recorded, type Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { currentAccess } from '../access/request-scope.js';
import { EventId, PathwayId } from '../http/validation.pipe.js';
import { Asking, Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const recorded = { 200: { description: 'Registrert.', schema: recordedSchema } };

/** Notes about a patient: free text for some roles, sealed under the patient's key. */
@ApiTags('Notater')
@Controller(`${API}/pathways/:id/notes`)
export class NotesController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('notes.read', 'notater')
  @Get()
  @Documented({ summary: 'Hent notatene', description: 'De som rollen din kan lese, det nyeste først. Et strøket notat blir stående, med hvem som strøk det og hvorfor.', answers: { 200: { description: 'Notatene.', schema: notesSchema } }, problems: ['not-found'] })
  async list(@PathwayId() id: string, @Asking() actor: Actor): Promise<z.input<typeof notesSchema>> {
    const { roles } = currentAccess().principal;
    const me = actorText(actor);
    const all = await this.ledger.notes(id);
    const readable = all.filter(({ visibleTo, writtenBy }) => writtenBy === me || roles.some((role) => visibleTo.includes(role)));
    return { pathwayId: id, notes: readable.map((note) => ({ ...note, mine: note.writtenBy === me })) };
  }

  @Allows('notes.write', 'notat')
  @Post()
  @Documented({ summary: 'Skriv et notat', description: 'Teksten forsegles under pasientens nøkkel og slettes med den. Ingen frist avhenger av et notat.', writes: true, answers: recorded, problems: ['not-found', 'erased'] })
  add(@PathwayId() id: string, @Body({ schema: noteRequestSchema }) note: z.output<typeof noteRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.addNote(id, note, write.actor, within));
  }

  @Allows('notes.write', 'notat')
  @Put(':eventId')
  @Documented({ summary: 'Skriv et notat om', description: 'En ny versjon av ditt eget notat. De gamle blir stående i journalen.', writes: true, answers: recorded, problems: ['not-found', 'erased'] })
  rewrite(@PathwayId() id: string, @EventId() noteId: string, @Body({ schema: noteRequestSchema }) note: z.output<typeof noteRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.rewriteNote(id, noteId, note, write.actor, within));
  }

  @Allows('notes.write', 'notat')
  @Post(':eventId/strike-out')
  @Documented({ summary: 'Stryk et notat', description: 'Notatet blir stående, strøket, med hvem som strøk det og hvorfor.', writes: true, answers: recorded, problems: ['not-found', 'erased'] })
  strikeOut(@PathwayId() id: string, @EventId() noteId: string, @Body({ schema: noteStrikeRequestSchema }) { reason }: z.output<typeof noteStrikeRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.recorded(write, (within) => this.ledger.strikeOutNote(id, noteId, reason, write.actor, within));
  }

  private recorded(write: Write, work: (within: Transaction | undefined) => Promise<Recorded>): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await work(within) }));
  }
}
