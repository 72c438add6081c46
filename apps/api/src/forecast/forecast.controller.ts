import { setImmediate as otherThings } from 'node:timers/promises';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { calendarById } from '@forlop/calendar';
import { forecastQuerySchema, forecastSchema } from '@forlop/contracts';
import { forecasting, type Forecast } from '@forlop/forecast';
import type { Ledger } from '@forlop/ledger';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { given } from '../http/given.js';
import { Documented } from '../openapi/documented.js';
import { API, LEDGER } from '../tokens.js';

/** How many frister will break in the weeks ahead. */
@ApiTags('Hva om')
@Controller(API)
export class ForecastController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Allows('forecast.read', 'antall frister som kan brytes')
  @Get('forecast')
  @Documented({
    summary: 'Se hvor mange frister som vil brytes framover',
    description: 'En simulering med tilstrømningen i ukene bakover, timene som er satt opp, og ledig tid i den speilede kalenderen, for hver enhet du ser. Forutsetningene følger med (docs/what-if.md). Samme frø gir samme svar på samme grunnlag.',
    answers: { 200: { description: 'Prognosen.', schema: forecastSchema } },
  })
  async forecast(@Query({ schema: forecastQuerySchema }) { weeks = 8, weeksBack = 26, runs = 300, seed = 'forlop', extraPlaces = 0, clock, org }: z.output<typeof forecastQuerySchema>): Promise<z.input<typeof forecastSchema>> {
    const [{ today, clocks, units }, organisations] = await Promise.all([this.ledger.firstVisits(given({ organisationIds: org, clock, weeksBack, weeksAhead: weeks })), this.ledger.organisations()]);
    const made = await unitByUnit(forecasting(units, { asOf: today, weeks, weeksBack, runs, seed, extraPlaces, calendar: calendarById('norge') }));
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    return { ...made, clocks, units: made.units.map(({ organisationId: id, ...unit }) => ({ organisation: { id, name: names.get(id) ?? '' }, ...unit })) };
  }
}

/** Others are answered between two units. */
async function unitByUnit(steps: ReturnType<typeof forecasting>): Promise<Forecast> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await otherThings();
  }
}
