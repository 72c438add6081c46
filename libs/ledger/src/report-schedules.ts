import type { LedgerContext } from './context.js';
import { bounceReportMail, claimReportMails, settleReportMail } from './report-schedules/mails.js';
import { makeReport, planReports, reportScheduleFollowed, reportSchedulesToFollow } from './report-schedules/make.js';
import { reportReaders } from './report-schedules/readers.js';
import { reportRuns, storedReport } from './report-schedules/runs.js';
import { nextReport, reportSchedule, reportSchedules, requestReport, saveReportSchedule, setReportScheduleState } from './report-schedules/schedules.js';
import type { ReportSchedules } from './types/report-schedules.js';

/** The calls of `ReportSchedules`, each a function of one file. */
export function reportSchedulesOf(context: LedgerContext): ReportSchedules {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    reportSchedules: bound(reportSchedules),
    reportSchedule: bound(reportSchedule),
    nextReport: bound(nextReport),
    reportReaders: bound(reportReaders),
    saveReportSchedule: bound(saveReportSchedule),
    setReportScheduleState: bound(setReportScheduleState),
    requestReport: bound(requestReport),
    reportRuns: bound(reportRuns),
    storedReport: bound(storedReport),
    reportSchedulesToFollow: bound(reportSchedulesToFollow),
    reportScheduleFollowed: bound(reportScheduleFollowed),
    planReports: bound(planReports),
    makeReport: bound(makeReport),
    claimReportMails: bound(claimReportMails),
    settleReportMail: bound(settleReportMail),
    bounceReportMail: bound(bounceReportMail),
  };
}
