/**
 * What the workflows, the activities and the apps agree on: types, names and ids. Plain data and pure helpers; no
 * import from any library, so that the same file is read inside the workflow sandbox and outside it.
 *
 * Nothing here holds personal data: pathway ids are random, keys name rules, and every payload is encrypted besides.
 */

/** Queues: the pathway worker has the ledger, the courier alone has the channels' secrets. */
export const taskQueues = { pathway: 'forlop-pathway', delivery: 'forlop-delivery' } as const;

/** An instant, ISO 8601 in UTC, e.g. `2026-04-08T22:01:12.000Z`. */
export type Instant = string;

/** Live: acts. Paused and historical: has no workflow and reaches nobody (DESIGN, decision 5). */
export type PathwayMode = 'live' | 'paused' | 'historical';

/** What an obligation is about; each kind is a workflow of its own in a folder of its own. */
export type ObligationKind =
  | 'remind'
  | 'notify-helfo'
  | 'arrange-meeting'
  | 'offer-lms-course'
  | 'collect-prom'
  | 're-evaluate-diagnosis'
  | 'correct-notice';

/** Workflow type of the process manager, one workflow per patient pathway. */
export const pathwayWorkflowType = 'patientPathway';

/** Workflow type by kind of obligation. */
export const obligationWorkflowTypes = {
  remind: 'remind',
  'notify-helfo': 'notifyHelfo',
  'arrange-meeting': 'arrangeMeeting',
  'offer-lms-course': 'offerLmsCourse',
  'collect-prom': 'collectProm',
  're-evaluate-diagnosis': 'reEvaluateDiagnosis',
  'correct-notice': 'correctNotice',
} as const satisfies Record<ObligationKind, string>;

/** Signals and the query, by name. `changed`, `recheck`: to the pathway. `stop`, `replan`: to an obligation. */
export const signalNames = { changed: 'changed', recheck: 'recheck', stop: 'stop', replan: 'replan' } as const;
export const stateQueryName = 'state';

/**
 * Search attributes by name and type, for registering them with the server. They are never encrypted, so they hold
 * steps, rule ids, modes and dates only.
 */
export const searchAttributeTypes = {
  ForlopStep: 'Keyword',
  ForlopNextDeadline: 'Datetime',
  ForlopRuleId: 'Keyword',
  ForlopMode: 'Keyword',
} as const;

/** Id of the pathway's workflow. */
export function pathwayWorkflowId(pathwayId: string): string {
  return `pathway/${pathwayId}`;
}

/** Id of an obligation's workflow: `<pathwayId>/<duty>/<occurrence>` from the key `DUTY#occurrence`. */
export function obligationWorkflowId(pathwayId: string, key: string): string {
  return `${pathwayId}/${key.replace('#', '/')}`;
}

/** Whose a workflow id is; undefined for ids that are not a pathway's or an obligation's. */
export function readWorkflowId(workflowId: string): { pathwayId: string; key: string | null } | undefined {
  const [first, second, ...rest] = workflowId.split('/');
  if (!first || !second || first === 'digest') return undefined;
  if (first === 'pathway') return rest.length === 0 ? { pathwayId: second, key: null } : undefined;
  return rest.length === 1 && rest[0] ? { pathwayId: first, key: `${second}#${rest[0]}` } : undefined;
}

/** An open obligation as the ledger sees it now. */
export interface ObligationRef {
  /** `DUTY#occurrence`, unique in the pathway. */
  readonly key: string;
  readonly workflowId: string;
  readonly kind: ObligationKind;
  /** Rule id of the duty. */
  readonly duty: string;
  /** Rule id of the clock that it serves. */
  readonly clock: string;
  /** Instants at which the owner is asked, in order; people's hours on working days. */
  readonly askAt: readonly Instant[];
  /** Instant at which the coordinator is told that nothing happened; null: never. */
  readonly escalateAt: Instant | null;
  /** A named person has yet to confirm; until then nothing leaves the house (BREACH-3). False once confirmed. */
  readonly needsConfirmation: boolean;
  /**
   * Nobody is to be asked or told yet: its workflow need not run, and the pathway wakes at the first of its moments to start it.
   * Most obligations are closed before they ask anyone, and cost Temporal nothing. Absent in what was recorded before
   * there were dormant ones: it runs.
   */
  readonly dormant?: boolean;
}

/** What an obligation's workflow acts on, as one string: when it differs, the workflow has to be told. */
export function planOf({ askAt, escalateAt, needsConfirmation }: ObligationRef): string {
  return [...askAt, 'escalate', escalateAt ?? 'never', ...(needsConfirmation ? ['unconfirmed'] : [])].join(' ');
}

/** What the ledger answers when the pathway wakes. */
export interface AdvanceResult {
  /** Ledger position of the pathway's last event that this answer knows. */
  readonly position: number;
  /** The instant that it was evaluated at: the latest of the caller's now and the last recording. */
  readonly now: Instant;
  /** When anything changes by time alone, spread over a few minutes; null: never. */
  readonly nextWakeAt: Instant | null;
  /** All obligations that are open now, each time. */
  readonly openObligations: readonly ObligationRef[];
  readonly step: string;
  /** Midnight that ends the next due date; null: no deadline. */
  readonly nextDeadline: Instant | null;
  /** Rule id of the clock with the next due date. */
  readonly nextRule: string | null;
  readonly mode: PathwayMode;
  /** Nothing more happens by itself: closed, or the patient is dead. */
  readonly finished: boolean;
}

/** `ask`: the owner does it. `escalate`: the coordinator takes over. `withdraw`: what was told no longer holds. */
export type Purpose = 'ask' | 'escalate' | 'withdraw';

/**
 * What is to be said, in the workflow's own words; the courier finds the text by it.
 * The workflow knows what it wants done, the ledger whom to tell, the courier how.
 */
export type Wording =
  | 'remind'
  | 'remind-again'
  | 'send-helfo-notice'
  | 'convene-meeting'
  | 'complete-meeting'
  | 'offer-course'
  | 'offer-course-again'
  | 'collect-prom'
  | 're-evaluate'
  | 'escalate'
  | 'escalate-unconfirmed'
  | 'withdraw';

/** Names one effect: claiming it twice claims the same thing. */
export interface AttemptRef {
  readonly pathwayId: string;
  readonly key: string;
  /**
   * The day that the effect was planned for, as the number yyyymmdd. A number that counts tries would skip a reminder
   * whose day a correction has moved, and would differ after a rebuild; the day does neither.
   */
  readonly attempt: number;
  readonly purpose: Purpose;
}

/** A message that the ledger has claimed: a reference only, the courier looks up the addressees. */
export interface MessageRef {
  /** Opaque id of the claimed attempt. */
  readonly id: string;
}

/** The ledger's answer to a claim. `hold`: not now (effects are off, a quiet day), ask again at `retryAt`. */
export type Claim =
  | { readonly go: true; readonly message: MessageRef }
  | { readonly go: false; readonly why: 'closed' | 'already-done' }
  | { readonly go: false; readonly why: 'hold'; readonly retryAt: Instant };

/** How a claimed effect ended. `code` is a machine code, never a text with personal data. */
export type Outcome =
  | { readonly status: 'sent'; readonly messageId: string }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'suppressed'; readonly code: string };

/** Obligations that a pathway has started: workflow id → the plan that it was given (`planOf`). */
export type RunningObligations = Readonly<Record<string, string>>;

/** What a wake learns: the ledger's answer, with what came of telling the obligations. */
export interface Wake extends AdvanceResult {
  /** What runs now; null where the workflow said that it starts obligations itself. */
  readonly running: RunningObligations | null;
  /** Obligations that were to be told a new plan and had ended: a workflow that starts obligations itself starts them again. */
  readonly ended: readonly string[];
}

/** Activities of the pathway worker, on the ledger. Each is idempotent. */
export interface PathwayActivities {
  /**
   * Reads everything committed, records what was observed, says what is open and when to wake. Tells the running
   * obligations that are closed to stop, and those whose days have moved their new plan, by workflow id.
   * @param call `starts`: also starts what is missing. Absent in workflows of the first shape, which start it themselves.
   */
  advance(call: { readonly pathwayId: string; readonly now: Instant; readonly running: RunningObligations; readonly starts?: boolean }): Promise<Wake>;
  /** Asks the ledger's leave for one effect; the answer is the same until its outcome is recorded. */
  claimAttempt(call: AttemptRef): Promise<Claim>;
  /** Records how a claimed effect ended. */
  recordOutcome(call: AttemptRef & { readonly outcome: Outcome }): Promise<void>;
  /** Claims an effect and plans it for its receivers, whose digests send it; asked again it answers the same. */
  planReminder(call: AttemptRef & { readonly wording: Wording }): Promise<Claim>;
}

/** Activities of the courier. */
export interface DeliveryActivities {
  /** Sends a claimed message to all its addressees; sent twice, it carries the same Message-ID. */
  deliver(call: AttemptRef & { readonly message: MessageRef; readonly wording: Wording }): Promise<{ readonly messageId: string }>;
  /**
   * Sends what is due to one receiver, one message for each channel, until nothing is left.
   * @returns how many messages went out, and when to ask again because the installation sends nothing now; null: done.
   */
  sendDigest(call: { readonly receiverId: string; readonly digestId: string }): Promise<{ readonly messages: number; readonly retryAt: Instant | null }>;
  /** Gives up on what a digest claimed and could not send; the coordinators are told. */
  failDigest(call: { readonly receiverId: string; readonly digestId: string; readonly code: string }): Promise<void>;
}

/** Workflow type of a receiver's digest. */
export const digestWorkflowType = 'recipientDigest';

/** Input of `recipientDigest`. */
export interface DigestStart {
  readonly receiverId: string;
}

/** How a digest ended: messages that went out. */
export interface DigestEnd {
  readonly messages: number;
}

/** Input of `patientPathway`; `pathwayStart` makes it. */
export interface PathwayStart {
  readonly pathwayId: string;
  /**
   * `advance`: the activity starts obligations (docs/decisions/0008). Absent in workflows of the first shape, which start them by
   * commands of their own until they are renewed. Said in the input and not by `patched()`, which would cost each
   * workflow two events and a search attribute.
   */
  readonly obligationsBy?: 'advance';
  /** Carried from the run before: the obligations that were started. */
  readonly running?: RunningObligations;
  /** The history is renewed (continue-as-new) past this many events; the default is the workflow's own. */
  readonly renewAfterEvents?: number;
}

/** The input that a pathway's workflow is started with today. */
export function pathwayStart(pathwayId: string): PathwayStart {
  return { pathwayId, obligationsBy: 'advance' };
}

/** Signal `changed`: something was recorded. Only a ledger position: the workflow asks the ledger what it was. */
export interface ChangedSignal {
  readonly position: number;
}

/** Signal `recheck` from the sweep: the obligation workflows of this pathway that run, whatever it remembers. */
export interface RecheckSignal {
  readonly running: readonly string[];
}

/** Answer to the query `state` of a pathway. */
export interface PathwayState {
  readonly position: number;
  readonly step: string | null;
  readonly mode: PathwayMode | null;
  readonly nextWakeAt: Instant | null;
  readonly nextDeadline: Instant | null;
  readonly nextRule: string | null;
  /** Workflow ids of the obligations that it has started and that are open. */
  readonly obligations: readonly string[];
}

/** What must be done so that exactly the open obligations run. */
export interface ObligationDifference {
  readonly start: readonly ObligationRef[];
  readonly replan: readonly ObligationRef[];
  readonly stop: readonly string[];
}

/** Compares what is open now with what runs, in a fixed order. A pathway that is not live has nothing open; what is dormant is not started. */
export function differenceOf({ mode, openObligations }: AdvanceResult, running: RunningObligations): ObligationDifference {
  const open = mode === 'live' ? openObligations : [];
  const openIds = new Set(open.map((obligation) => obligation.workflowId));
  return {
    start: open.filter(({ workflowId, dormant }) => running[workflowId] === undefined && dormant !== true),
    replan: open.filter((obligation) => (running[obligation.workflowId] ?? planOf(obligation)) !== planOf(obligation)),
    stop: Object.keys(running).filter((workflowId) => !openIds.has(workflowId)),
  };
}

/** How a pathway's workflow ended: the ledger says finished, or it is no longer live. */
export interface PathwayEnd {
  readonly position: number;
  readonly mode: PathwayMode;
}

/** Input of every obligation's workflow. */
export interface ObligationStart {
  readonly pathwayId: string;
  readonly obligation: ObligationRef;
  /**
   * `ledger`: what is to be told is planned there, and the receivers' digests send it. Absent in workflows of the first shape, and in
   * rehearsals: the obligation has the courier send it, and waits for that.
   */
  readonly remindersBy?: 'ledger';
  /** As for the pathway. */
  readonly renewAfterEvents?: number;
}

/** How an obligation's workflow ended: told to stop, the ledger said closed, or its one effect is done. */
export interface ObligationEnd {
  readonly ended: 'stopped' | 'closed' | 'done';
}

/** Answer to the query `state` of an obligation. */
export interface ObligationState {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly needsConfirmation: boolean;
  readonly next: { readonly purpose: Purpose; readonly at: Instant } | null;
  /** Effects of this run, latest last. */
  readonly handled: readonly string[];
}

/** Workflow type of a report that is made by itself, and the name of its Temporal schedule: one for each row in the ledger. */
export const scheduledReportWorkflowType = 'scheduledReport';
const reportSchedulePrefix = 'rapport/';
export const reportScheduleName = (scheduleId: string): string => `${reportSchedulePrefix}${scheduleId}`;
/** Undefined for a schedule that is not one of ours. */
export const readReportScheduleName = (name: string): string | undefined => (name.startsWith(reportSchedulePrefix) ? name.slice(reportSchedulePrefix.length) : undefined);

/** Input of `scheduledReport`. */
export interface ScheduledReportStart {
  readonly scheduleId: string;
}

/** How many it made. */
export interface ScheduledReportEnd {
  readonly made: number;
}

/** One report to make, as the ledger names it. Dates are `YYYY-MM-DD` in Oslo. */
export interface ReportToMake {
  readonly scheduleId: string;
  readonly contentRevision: number;
  /** The day that it was due; null: somebody asked for it. */
  readonly occurrenceOn: string | null;
  readonly from: string;
  readonly to: string;
}

/** Activities of the pathway worker for reports. Each is idempotent. */
export interface ReportActivities {
  /** What fell due and is not made, the earliest first, and what was asked for. */
  planReports(call: ScheduledReportStart): Promise<readonly ReportToMake[]>;
  /** Makes and stores one, with the mails that tell of it. `exists`: it was made before. `gone`: paused, changed or deleted meanwhile. */
  makeReport(call: ReportToMake): Promise<'made' | 'refused' | 'exists' | 'gone'>;
}
