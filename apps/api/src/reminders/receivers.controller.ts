import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { preferencesRequestSchema, receiverSchema } from '@forlop/contracts';
import type { Ledger, Receiver } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { ApiProblem } from '../http/api-problem.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

type Shown = z.input<typeof receiverSchema>;
type Request = z.output<typeof preferencesRequestSchema>;

const ReceiverParam = () => ApiParam({ name: 'receiver', description: 'Mottakerens id.', example: '0198c0de-9999-7000-8000-000000000009', schema: { type: 'string' } });

/** How whoever is reminded wants it: chosen by themselves when they are logged in, or by a coordinator who reminds them. */
@ApiTags('Påminnelser')
@Controller(`${API}/receivers`)
export class ReceiversController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('receivers.own', 'egne valg for påminnelser')
  @Get('me')
  @Documented({ summary: 'Hent egne valg for påminnelser', description: 'For den som er kjent etter HPR-nummeret i innloggingen.', answers: { 200: { description: 'Valgene.', schema: receiverSchema } }, problems: ['not-found'] })
  async own(): Promise<Shown> {
    return shown(await this.mine());
  }

  @Allows('receivers.own', 'egne valg for påminnelser')
  @Put('me')
  @Documented({ summary: 'Velg hvordan du vil bli påminnet', description: 'Gjelder fra neste melding, for alle pasientene dine.', writes: true, answers: { 200: { description: 'Valgene er lagret.', schema: receiverSchema } }, problems: ['not-found'] })
  setOwn(@Body({ schema: preferencesRequestSchema }) body: Request, @Writing() write: Write): Promise<object> {
    return this.set(write, body, () => this.mine());
  }

  @Allows('receivers.read', 'mottakere av påminnelser')
  @Get(':receiver')
  @ReceiverParam()
  @Documented({ summary: 'Hent en mottaker', description: 'En som er påminnet om en pasient du ser.', answers: { 200: { description: 'Mottakeren.', schema: receiverSchema } }, problems: ['not-found'] })
  async one(@Param('receiver') id: string): Promise<Shown> {
    return shown(await this.known(id));
  }

  @Allows('receivers.write', 'mottakere av påminnelser')
  @Put(':receiver')
  @ReceiverParam()
  @Documented({ summary: 'Velg for en mottaker', description: 'På mottakerens vegne, for eksempel et fravær. Gjelder mottakerens påminnelser fra alle sykehus.', writes: true, answers: { 200: { description: 'Valgene er lagret.', schema: receiverSchema } }, problems: ['not-found'] })
  setOne(@Param('receiver') id: string, @Body({ schema: preferencesRequestSchema }) body: Request, @Writing() write: Write): Promise<object> {
    return this.set(write, body, () => this.known(id));
  }

  private async set(write: Write, { away, standIn, ...chosen }: Request, find: () => Promise<Receiver>): Promise<object> {
    const { id } = await find();
    const preferences = { ...chosen, awayFrom: away?.from ?? null, awayTo: away?.to ?? null };
    return this.writes.once(write, async (within) => ({ status: 200, body: shown(await this.ledger.setPreferences(id, { ...preferences, standIn }, within)) }));
  }

  private async mine(): Promise<Receiver> {
    return existing(await this.ledger.receivers({ mine: true }), 'Ingen påminnelser er sendt til deg ennå, så det er ingenting å velge for.');
  }

  private async known(id: string): Promise<Receiver> {
    return existing(await this.ledger.receivers({ ids: [id] }), 'Det finnes ingen mottaker med denne id-en.');
  }
}

function existing([receiver]: readonly Receiver[], sentence: string): Receiver {
  if (receiver === undefined) throw new ApiProblem('not-found', sentence, { code: 'unknown-receiver' });
  return receiver;
}

function shown({ address, ...receiver }: Receiver): Shown {
  return { ...receiver, name: address?.name ?? null, email: address?.email ?? null, hprNumber: address?.hprNumber ?? null, herId: address?.herId ?? null };
}
