import { ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy, type CalendarSpec, type Client, type ScheduleOptions } from '@temporalio/client';
import type { ReportScheduleToFollow } from '@forlop/ledger';
import { readReportScheduleName, reportScheduleName, scheduledReportWorkflowType, taskQueues, type ScheduledReportStart } from '@forlop/workflows';

/** Port to the reports' schedules. */
export interface ReportSchedulesPort {
  /** Makes Temporal's schedule what the ledger's row says: there, changed, paused or gone. */
  follow(schedule: ReportScheduleToFollow): Promise<void>;
  /** Lets it run now, beside its days; one that is gone is left to whoever follows. */
  trigger(scheduleId: string): Promise<void>;
  remove(scheduleId: string): Promise<void>;
  /** Those that Temporal has, by the ledger's ids. */
  running(): Promise<ReadonlySet<string>>;
}

/** The first working day is among the first nine: 1 April on Maundy Thursday waits for the 6th, and New Year before a weekend for the 4th. */
const firstDays = { start: 1, end: 9 } as const;
const officeDays = { start: 'MONDAY', end: 'FRIDAY' } as const;

/** The days that may be the one. Which of them is, the ledger says: no calendar of Temporal's knows Easter. */
function candidates({ timing: { cadence } }: ReportScheduleToFollow): CalendarSpec {
  const each: CalendarSpec = { dayOfWeek: [officeDays], hour: 7, minute: 0, second: 0 };
  if (cadence === 'weekly') return each;
  if (cadence === 'monthly') return { ...each, dayOfMonth: [firstDays] };
  return { ...each, dayOfMonth: [firstDays], month: cadence === 'yearly' ? 'JANUARY' : ['JANUARY', 'APRIL', 'JULY', 'OCTOBER'] };
}

function optionsOf(schedule: ReportScheduleToFollow) {
  const args: [ScheduledReportStart] = [{ scheduleId: schedule.id }];
  return {
    spec: { calendars: [candidates(schedule)], timezone: 'Europe/Oslo' },
    action: { type: 'startWorkflow', workflowType: scheduledReportWorkflowType, workflowId: reportScheduleName(schedule.id), taskQueue: taskQueues.pathway, args },
    // One run makes all that is missing, so one that waits is enough; and what Temporal forgets over a longer outage the ledger remembers.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '1 day', pauseOnFailure: false },
    state: { paused: schedule.state === 'paused' },
  } satisfies Omit<ScheduleOptions, 'scheduleId'>;
}

/** The port over Temporal. Each call may be repeated. */
export function reportSchedulesIn(client: Client): ReportSchedulesPort {
  const handleOf = (id: string) => client.schedule.getHandle(reportScheduleName(id));
  const remove = (id: string): Promise<void> => unlessGone(() => handleOf(id).delete());
  return {
    follow: async (schedule) => {
      if (schedule.state === 'deleted') return remove(schedule.id);
      const options = optionsOf(schedule);
      try {
        await client.schedule.create({ scheduleId: reportScheduleName(schedule.id), ...options });
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await handleOf(schedule.id).update((before) => ({ ...options, state: { ...before.state, ...options.state } }));
      }
    },
    trigger: (id) => unlessGone(() => handleOf(id).trigger(ScheduleOverlapPolicy.BUFFER_ONE)),
    remove,
    running: async () => {
      const ids = new Set<string>();
      for await (const { scheduleId } of client.schedule.list()) {
        const id = readReportScheduleName(scheduleId);
        if (id !== undefined) ids.add(id);
      }
      return ids;
    },
  };
}

async function unlessGone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
