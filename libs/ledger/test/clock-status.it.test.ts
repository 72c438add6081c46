import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { clockStatus, type ClockDates } from '@forlop/pathway';
import * as fc from 'fast-check';
import { startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
afterAll(() => house.close());

const first = osloDate('2026-03-20');
/** Few days, so that equal and neighbouring dates are common. */
const day = fc.integer({ min: 0, max: 7 }).map((n) => addDays(first, n));
const maybe = fc.option(day, { nil: null });

const cases: fc.Arbitrary<ClockDates & { readonly asOf: OsloDate }> = fc.record({
  startOn: day, warnOn: maybe, atRiskFrom: maybe, dueOn: maybe, metOn: maybe, endedOn: maybe,
  passedByPatient: fc.boolean(), lapses: fc.boolean(), asOf: day,
});

test('the database and the kernel say the same of a clock, whatever its dates', async () => {
  const asked = fc.sample(cases, { numRuns: 20_000, seed: 20260320 });
  const rows = await house.sql<{ status: string }>(
    `select clock_status("startOn", "warnOn", "atRiskFrom", "dueOn", "metOn", "endedOn", "passedByPatient", lapses, "asOf") as status
       from jsonb_to_recordset($1) as c("startOn" date, "warnOn" date, "atRiskFrom" date, "dueOn" date, "metOn" date, "endedOn" date, "passedByPatient" boolean, lapses boolean, "asOf" date, n int)
      order by n`,
    [JSON.stringify(asked.map((c, n) => ({ ...c, n })))],
  );
  const said = asked.map((c) => clockStatus(c, c.asOf));
  const different = asked.map((c, i) => ({ ...c, kernel: said[i], database: rows[i]!.status })).filter((c) => c.kernel !== c.database);
  expect(different).toEqual([]);
  expect(new Set(said).size).toBe(9);
});
