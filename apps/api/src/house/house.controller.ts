import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { effectsRequestSchema, effectsSchema, organisationRequestSchema, organisationSchema, organisationsSchema } from '@forlop/contracts';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { HouseService } from './house.service.js';

@ApiTags('Installasjonen')
@Controller(API)
export class HouseController {
  constructor(
    private readonly house: HouseService,
    private readonly writes: Writes,
  ) {}

  @Allows('settings.read', 'innstillinger')
  @Get('settings/effects')
  @Documented({
    summary: 'Se om noe sendes ut',
    description: 'Bryteren for alt som går ut av huset. Etter en gjenoppretting er den av til en operatør slår den på.',
    answers: { 200: { description: 'Bryteren.', schema: effectsSchema } },
  })
  effects(): Promise<z.input<typeof effectsSchema>> {
    return this.house.effects();
  }

  @Allows('settings.write', 'innstillinger')
  @Put('settings/effects')
  @Documented({
    summary: 'Slå utsending av eller på',
    description: 'Av: ingenting sendes til noen. Alt annet går som før.',
    writes: true,
    answers: { 200: { description: 'Bryteren er satt.', schema: effectsSchema } },
  })
  setEffects(@Body({ schema: effectsRequestSchema }) { on, why }: z.output<typeof effectsRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.house.setEffects(on, why, write.actor, within));
  }

  @Allows('organisations.read', 'virksomheter')
  @Get('organisations')
  @Documented({
    summary: 'Hent virksomhetene',
    description: 'Alle virksomheter som sender eller mottar henvisninger.',
    answers: { 200: { description: 'Virksomhetene.', schema: organisationsSchema } },
  })
  async organisations(): Promise<z.input<typeof organisationsSchema>> {
    return { organisations: await this.house.organisations() };
  }

  @Allows('organisations.write', 'virksomheter')
  @Post('organisations')
  @Documented({
    summary: 'Registrer en virksomhet',
    description: 'Fra den første som er registrert, settes henvisninger til ukjente mottakere i karantene.',
    writes: true,
    answers: { 201: { description: 'Virksomheten er registrert.', schema: organisationSchema } },
  })
  register(@Body({ schema: organisationRequestSchema }) body: z.output<typeof organisationRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, (within) => this.house.register(given(body), within));
  }
}
