import { proxyActivities } from '@temporalio/workflow';
import type { ReportActivities, ScheduledReportEnd, ScheduledReportStart } from '../contract.js';

/** Short reads of the ledger, tried until it answers. */
const { planReports } = proxyActivities<Pick<ReportActivities, 'planReports'>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  summary: 'hva som skal lages',
});

/** A hospital's past months are gone through pathway by pathway. A worker that is gone is missed within the minute. */
const { makeReport } = proxyActivities<Pick<ReportActivities, 'makeReport'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  summary: 'rapporten lages og lagres',
});

/**
 * Runs on each day that may be the one. Whether it is, the ledger says by the Norwegian calendar, and also what was missed since: so a
 * firing that never came costs a delay and no report, and one that comes twice makes nothing twice.
 */
export async function scheduledReport({ scheduleId }: ScheduledReportStart): Promise<ScheduledReportEnd> {
  let made = 0;
  for (const planned of await planReports({ scheduleId })) if ((await makeReport(planned)) === 'made') made += 1;
  return { made };
}
