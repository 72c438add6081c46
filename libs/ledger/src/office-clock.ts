import { addDays, calendarById, isWorkingDay, osloDateOf, osloTimeOf, type OsloDate } from '@forlop/calendar';
import pg from 'pg';

/** People are asked between 08:00 and 10:00; by eleven all that was to be asked that day is due. */
const officeTime = '11:00';

/** The latest working day on which it has been eleven o'clock in Oslo. */
export function lastOfficeDay(now = new Date()): OsloDate {
  const calendar = calendarById('norge');
  let day = osloDateOf(now.getTime());
  while (!isWorkingDay(calendar, day) || osloTimeOf(day, officeTime) > now.getTime()) day = addDays(day, -1);
  return day;
}

/**
 * Sets a database's clock to eleven o'clock on the last office day, from where it runs on. Nobody is mailed at night or
 * on a Sunday, and tests and benches have to hold on a Sunday too. The ledger takes the time from its database, and a schema that
 * comes before `pg_catalog` in the search path decides what `clock_timestamp()` says: nothing in the product knows.
 * Temporal keeps its own time, which is later, so what was to be asked by eleven is due there as well.
 * @param url of a migrated database that no app has connected to yet.
 */
export async function setOfficeClock(url: string): Promise<OsloDate> {
  const day = lastOfficeDay();
  const database = new URL(url).pathname.slice(1);
  await run(url, `
    create schema office;
    ${officeClock(day)}
    grant usage on schema office to public;
    alter database ${database} set search_path = office, pg_catalog, public;`);
  return day;
}

/** Moves a clock that was set to eleven o'clock on another day, also for those that are connected. */
export async function moveOfficeClock(url: string, day: OsloDate): Promise<void> {
  await run(url, officeClock(day));
}

function officeClock(day: OsloDate): string {
  const behindMs = Date.now() - osloTimeOf(day, officeTime);
  return `
    create or replace function office.clock_timestamp() returns timestamptz language sql volatile
      return pg_catalog.clock_timestamp() - interval '${behindMs} milliseconds';`;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
