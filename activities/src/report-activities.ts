import { Context } from '@temporalio/activity';
import { osloDate } from '@forlop/calendar';
import type { Ledger } from '@forlop/ledger';
import type { ReportActivities } from '@forlop/workflows';
import { asActivity } from './failures.js';

/** The ports of the reports' activities. */
export interface ReportPorts {
  readonly ledger: Pick<Ledger, 'planReports' | 'makeReport'>;
  /** A ledger opened with the role `api`, so that row-level security counts what a report's owner may count. Opened when it is first needed. */
  readonly eyes: () => Promise<Pick<Ledger, 'as'>>;
}

/** Well within the workflow's heartbeat timeout. */
const heartbeatMs = 10_000;

/** What a scheduled report asks of the ledger. */
export function reportActivities({ ledger, eyes }: ReportPorts): ReportActivities {
  return {
    planReports: ({ scheduleId }) => asActivity(() => ledger.planReports(scheduleId)),
    makeReport: ({ occurrenceOn, from, to, ...planned }) =>
      beating(() => asActivity(async () => ledger.makeReport({ ...planned, occurrenceOn: occurrenceOn === null ? null : osloDate(occurrenceOn), from: osloDate(from), to: osloDate(to) }, await eyes()))),
  };
}

/** Tells the server that the work goes on, so that only a worker that is gone is given up. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const { heartbeat } = Context.current();
  const timer = setInterval(() => heartbeat(), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
