import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { endSubscriberRequestSchema, rotationRequestSchema, subscriberRequestSchema, subscriberSchema, subscriberSecretSchema, subscribersSchema } from '@forlop/contracts';
import type { Ledger, SubscriberSecret, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Writes, Writing, type Write } from '../http/write.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

const SubscriberParam = () => ApiParam({ name: 'subscriber', description: 'Abonnentens id.', example: '0198c0de-8888-7000-8000-000000000008', schema: { type: 'string' } });

/** Record systems that are posted reminders by signed webhook. Their secrets are sealed to the courier as soon as they are made. */
@ApiTags('Påminnelser')
@Controller(`${API}/webhook-subscribers`)
export class WebhooksController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly writes: Writes,
  ) {}

  @Allows('webhooks.read', 'abonnenter på påminnelser')
  @Get()
  @Documented({ summary: 'Hent abonnentene', description: 'Journalsystemer som får påminnelser, hvem de betjener, og hvordan det går. Hemmeligheter vises aldri.', answers: { 200: { description: 'Abonnentene.', schema: subscribersSchema } } })
  async list(): Promise<z.input<typeof subscribersSchema>> {
    return { subscribers: await this.ledger.subscribers() };
  }

  @Allows('webhooks.write', 'abonnenter på påminnelser')
  @Post()
  @Documented({
    summary: 'Registrer en abonnent', description: 'Påminnelser til dem den betjener, går dit fra nå av, med pasientens navn, fødselsnummer og det som gjelder. Hemmeligheten vises bare i dette svaret.',
    writes: true, answers: { 201: { description: 'Abonnenten er registrert.', schema: subscriberSecretSchema } }, problems: ['refused'],
  })
  register(@Body({ schema: subscriberRequestSchema }) body: z.output<typeof subscriberRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.secretly(write, 201, (within) => this.ledger.registerSubscriber(body, write.actor, within));
  }

  @Allows('webhooks.write', 'abonnenter på påminnelser')
  @Post(':subscriber/secret')
  @SubscriberParam()
  @Documented({
    summary: 'Bytt hemmelighet', description: 'Den nye vises bare i dette svaret. Begge signerer til den forrige slutter, så abonnenten rekker å bytte.',
    writes: true, answers: { 200: { description: 'Hemmeligheten er byttet.', schema: subscriberSecretSchema } }, problems: ['not-found', 'refused'],
  })
  rotate(@Param('subscriber') id: string, @Body({ schema: rotationRequestSchema }) { previousDays }: z.output<typeof rotationRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.secretly(write, 200, (within) => this.ledger.rotateSubscriber(id, previousDays, within));
  }

  @Allows('webhooks.write', 'abonnenter på påminnelser')
  @Post(':subscriber/ping')
  @SubscriberParam()
  @Documented({
    summary: 'Send en prøvemelding', description: 'Courier sender den innen noen sekunder: en tom, signert Bundle merket som prøve. Hvordan det gikk, står i listen.',
    writes: true, answers: { 202: { description: 'Den er bestilt.', schema: subscriberSchema } }, problems: ['not-found'],
  })
  ping(@Param('subscriber') id: string, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 202, body: await this.ledger.askForPing(id, within) }));
  }

  @Allows('webhooks.write', 'abonnenter på påminnelser')
  @Delete(':subscriber')
  @SubscriberParam()
  @Documented({ summary: 'Avslutt en abonnent', description: 'Ingenting går dit mer. De den betjente, nås på andre måter, eller av en annen abonnent.', writes: true, answers: { 200: { description: 'Den er avsluttet.', schema: subscriberSchema } }, problems: ['not-found'] })
  end(@Param('subscriber') id: string, @Body({ schema: endSubscriberRequestSchema }) { why }: z.output<typeof endSubscriberRequestSchema>, @Writing() write: Write): Promise<object> {
    return this.writes.once(write, async (within) => ({ status: 200, body: await this.ledger.endSubscriber(id, why, write.actor, within) }));
  }

  /** Answers are kept with their key; a secret is not, so that nobody but the courier can open it: a repetition shows none. */
  private async secretly(write: Write, status: number, work: (within: Transaction | undefined) => Promise<SubscriberSecret>): Promise<object> {
    let shown: string | null = null;
    const body = await this.writes.once(write, async (within) => {
      const { subscriber, secret } = await work(within);
      shown = secret;
      return { status, body: { subscriber, secret: null } };
    });
    return { ...body, secret: shown };
  }
}
