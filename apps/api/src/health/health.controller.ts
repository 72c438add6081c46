import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { livenessSchema, readinessSchema } from '@forlop/contracts';
import { LedgerError, type Ledger } from '@forlop/ledger';
import type { Response } from 'express';
import type * as z from 'zod';
import { OpenToAll } from '../access/allows.js';
import { Documented } from '../openapi/documented.js';
import { BASE_LEDGER, TEMPORAL_PROBE } from '../tokens.js';
import type { TemporalProbe } from './temporal-probe.js';

type Readiness = z.input<typeof readinessSchema>;

/** For whoever runs the process: a load balancer, a container, a script. */
@ApiTags('Drift')
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(BASE_LEDGER) private readonly ledger: Ledger,
    @Inject(TEMPORAL_PROBE) private readonly temporal: TemporalProbe,
  ) {}

  @Get('live')
  @Documented({ summary: 'Lever tjenesten?', description: 'Svarer så lenge prosessen lever.', answers: { 200: { description: 'Den lever.', schema: livenessSchema } } })
  live(): z.input<typeof livenessSchema> {
    return { status: 'ok' };
  }

  @Get('ready')
  @Documented({
    summary: 'Kan tjenesten ta imot forespørsler?',
    description: 'Ja, så lenge databasen svarer. Er Temporal borte, registreres alt som før, og forløpene får vite det når Temporal er tilbake (degraded).',
    answers: { 200: { description: 'Den kan ta imot.', schema: readinessSchema }, 503: { description: 'Databasen svarer ikke, eller har ingen ledig forbindelse.', schema: readinessSchema } },
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const [postgres, temporal] = await Promise.all([this.database(), this.temporal.isUp()]);
    if (postgres !== null) response.status(503);
    return {
      status: postgres !== null ? 'down' : temporal ? 'ok' : 'degraded',
      checks: { postgres: postgres === null || postgres.code === 'overloaded' ? 'up' : 'down', temporal: temporal ? 'up' : 'down' },
      detail: postgres?.message ?? (temporal ? null : 'Temporal svarer ikke. Alt kan registreres, men påminnelser venter.'),
    };
  }

  /** Why the database cannot be used, or null. */
  private async database(): Promise<LedgerError | null> {
    try {
      await this.ledger.ping();
      return null;
    } catch (error) {
      if (error instanceof LedgerError) return error;
      throw error;
    }
  }
}
