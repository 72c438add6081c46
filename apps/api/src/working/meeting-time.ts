import { osloDate, osloTimeOf } from '@forlop/calendar';

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

const withoutZone = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/** Times without a zone are what clocks in Norway show, to the minute; those with one stay as they are. */
export const inNorway = <T extends Times>(times: T): T => ({ ...times, startsAt: instantOf(times.startsAt), endsAt: instantOf(times.endsAt) });

function instantOf(time: string): string {
  const [, day, clock] = withoutZone.exec(time) ?? [];
  return day === undefined || clock === undefined ? time : new Date(osloTimeOf(osloDate(day), clock)).toISOString();
}
