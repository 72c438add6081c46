import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  commandAnswerSchema, commandPreviewSchema, commandRequestSchema, confirmationRequestSchema, contactAnswerSchema, contactRequestSchema, factsRequestSchema, modeRequestSchema,
  moveRequestSchema, ownerRequestSchema, recordedSchema,
} from '@forlop/contracts';
import type { Actor } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { PathwayId } from '../http/validation.pipe.js';
import { Asking, Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { PathwayWrites } from './pathway-writes.service.js';

const recorded = { 200: { description: 'Registrert.', schema: recordedSchema } };
const role = ApiParam({ name: 'role', description: 'Rollen, slik forløpets definisjon kaller den.', example: 'koordinator', schema: { type: 'string' } });

@ApiTags('Forløp')
@Controller(`${API}/pathways/:id`)
export class PathwayWritesController {
  constructor(
    private readonly pathways: PathwayWrites,
    private readonly writes: Writes,
  ) {}

  @Allows('pathway.command', 'kommando')
  @Post('commands/:command')
  @ApiParam({ name: 'command', description: 'Kommandoens id i forløpets definisjon.', example: 'vurder-rett', schema: { type: 'string' } })
  @Documented({
    summary: 'Gi en kommando',
    description:
      'Registrerer et valg som en person har tatt. Et avslag (409) sier hvorfor med kode og setning, og endrer ingenting. Send expectedPosition for å oppdage ' +
      'at andre har registrert noe siden du så forløpet: da er svaret 409 med det som er nytt.',
    writes: true,
    answers: { 200: { description: 'Kommandoen er utført.', schema: commandAnswerSchema } },
    problems: ['not-found', 'refused', 'conflict', 'erased'],
  })
  command(@PathwayId() id: string, @Param('command') command: string, @Body({ schema: commandRequestSchema }) body: z.output<typeof commandRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.command(id, { command, ...given(body) }, write.actor, within));
  }

  @Allows('pathway.command', 'forhåndsvisning av en kommando', { onlyReads: true })
  @Post('commands/:command/preview')
  @ApiParam({ name: 'command', description: 'Kommandoens id i forløpets definisjon.', example: 'utsett', schema: { type: 'string' } })
  @Documented({
    summary: 'Se hva en kommando ville endre',
    description:
      'Regner ut forløpet med kommandoen, slik den ville blitt registrert: gammel og ny dato og status for hver frist, hvem et brudd tilskrives, oppgaver som åpnes eller lukkes ' +
      '(også varsel til Helfo), og neste steg. Ingenting registreres. Avslagene er de samme som når kommandoen gis.',
    answers: { 200: { description: 'Det som ville endres.', schema: commandPreviewSchema } },
    problems: ['not-found', 'refused', 'conflict', 'erased', 'unreadable-body', 'too-large', 'unsupported-media-type'],
  })
  preview(@PathwayId() id: string, @Param('command') command: string, @Body({ schema: commandRequestSchema }) body: z.output<typeof commandRequestSchema>, @Asking() actor: Actor): Promise<object> {
    return this.pathways.preview(id, { command, ...given(body) }, actor);
  }

  @Allows('pathway.record', 'hendelse')
  @Post('facts')
  @Documented({
    summary: 'Registrer noe som har hendt',
    description: 'Alle hendelsene blir registrert, eller ingen. En hendelse avvises aldri fordi den ikke passer i steget: den blir stående, og havner på listen over avvik.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'erased'],
  })
  record(@PathwayId() id: string, @Body({ schema: factsRequestSchema }) { facts }: z.output<typeof factsRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.record(id, facts.map((fact) => given(fact)), write.actor, within));
  }

  @Allows('pathway.move', 'regler for forløpet')
  @Post('move')
  @Documented({
    summary: 'Flytt forløpet til andre regler',
    description: 'Til en annen definisjon, versjon eller kalender, eller andre valg. Bare frister som er åpne den dagen, flyttes. Det som er holdt, brutt eller meddelt, beholder datoene.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'refused', 'erased'],
  })
  move(@PathwayId() id: string, @Body({ schema: moveRequestSchema }) body: z.output<typeof moveRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.move(id, given(body), write.actor, within));
  }

  @Allows('pathway.mode', 'modus')
  @Put('mode')
  @Documented({
    summary: 'Sett modus',
    description: 'live følger forløpet og minner om frister. paused og historical gjør ikke det. Ingenting som er passert, blir sendt når et forløp settes i gang.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'erased'],
  })
  setMode(@PathwayId() id: string, @Body({ schema: modeRequestSchema }) { mode, reason }: z.output<typeof modeRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.setMode(id, mode, reason, write.actor, within));
  }

  @Allows('pathway.owners', 'ansvarlig')
  @Put('owners/:role')
  @role
  @Documented({
    summary: 'Gi noen en rolle for pasienten',
    description: 'For eksempel koordinator eller ansvarlig behandler. Det samme som kommandoen tildel-ansvarlig.',
    writes: true,
    answers: { 200: { description: 'Rollen er gitt.', schema: commandAnswerSchema } },
    problems: ['not-found', 'refused', 'conflict', 'erased'],
  })
  assignOwner(@PathwayId() id: string, @Param('role') roleId: string, @Body({ schema: ownerRequestSchema }) body: z.output<typeof ownerRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.assignOwner(id, { role: roleId, ...given(body) }, write.actor, within));
  }

  @Allows('pathway.contacts', 'kontakter')
  @Put('contacts/:role')
  @role
  @Documented({
    summary: 'Lagre hvem en rolle er',
    description: 'Navn og e-postadresse til for eksempel fastlegen, for denne pasienten. Opplysningene forsegles.',
    writes: true,
    answers: { 200: { description: 'Kontakten er lagret.', schema: contactAnswerSchema } },
    problems: ['not-found', 'erased'],
  })
  setContact(@PathwayId() id: string, @Param('role') roleId: string, @Body({ schema: contactRequestSchema }) body: z.output<typeof contactRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.setContact(id, roleId, body, write.actor, within));
  }

  @Allows('obligation.confirm', 'melding ut av huset')
  @Post('obligations/:key/confirmation')
  @ApiParam({ name: 'key', description: 'Oppgavens nøkkel (regel-id og nummer, der # skrives %23).', example: 'VARSLE-HELFO#1', schema: { type: 'string' } })
  @Documented({
    summary: 'Bekreft at noe kan sendes',
    description: 'En navngitt person lar en melding gå ut av huset, for eksempel varselet til Helfo om fristbrudd. Den som er logget inn, er den som bekrefter.',
    writes: true,
    answers: recorded,
    problems: ['not-found', 'refused', 'erased'],
  })
  confirm(@PathwayId() id: string, @Param('key') key: string, @Body({ schema: confirmationRequestSchema }) _: unknown, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.pathways.confirm(id, key, write.actor, within));
  }
}
