import { calendarById } from '@forlop/calendar';
import { forecast } from '@forlop/forecast';
import { printJson, type Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { unitsNamed } from '../what-if/units.js';
import { shownForecast } from './show.js';

/** Options of `forlop forecast`. */
export interface ForecastOptions {
  readonly weeks?: string;
  readonly weeksBack?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly extra?: string;
  readonly clock?: string;
  readonly unit: readonly string[];
  readonly json?: true;
}

/** Makes a forecast of what is known today, and shows it. @throws Failure, ForecastError. */
export async function runForecast(options: ForecastOptions, context: Context): Promise<void> {
  const weeks = whole('--weeks', options.weeks, 8);
  const weeksBack = whole('--weeks-back', options.weeksBack, 26);
  await withLedger(context.io, async ({ ledger }) => {
    const organisations = await ledger.organisations();
    const organisationIds = unitsNamed(options.unit, organisations);
    const { today, clocks, units } = await ledger.firstVisits({ weeksBack, weeksAhead: weeks, ...(organisationIds && { organisationIds }), ...(options.clock !== undefined && { clock: options.clock }) });
    const made = forecast(units, { asOf: today, weeks, weeksBack, runs: whole('--runs', options.runs, 500), seed: options.seed ?? 'forlop', extraPlaces: whole('--extra', options.extra, 0), calendar: calendarById('norge') });
    if (options.json) return printJson(context, { ...made, clocks });
    context.io.out(shownForecast(made, clocks, new Map(organisations.map(({ id, name }) => [id, name]))));
  });
}

function whole(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^-?\d{1,6}$/.test(text)) return Number(text);
  throw wrongUse('bad-number', `${option} må være et helt tall, ikke «${text}».`);
}
