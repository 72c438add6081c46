import type { Cadence, Cohort, Occurrence, RelativePeriod, ReportFormat, ReportLanguage, Split, Timing } from '@forlop/compliance';
import type { OsloDate } from '@forlop/calendar';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { Ledger } from './ledger.js';

/** What a scheduled report is of, when it is made, and who is told. */
export interface ReportScheduleInput {
  readonly title: string;
  /** With all below it. */
  readonly organisationId: string;
  readonly definition: string | null;
  /** Ids of clocks; null: all. */
  readonly clocks: readonly string[] | null;
  readonly cohort: Cohort;
  readonly splitBy: readonly Split[];
  readonly cadence: Cadence;
  /** 1 Monday to 5 Friday, of a weekly one; else null. */
  readonly weekday: number | null;
  readonly period: RelativePeriod;
  readonly formats: readonly ReportFormat[];
  /** Of the mails. */
  readonly language: ReportLanguage;
  /** Where whoever saves it is told what goes wrong. */
  readonly ownerEmail: string;
  readonly receivers: readonly { readonly id: string; readonly email: string }[];
}

export type ReportScheduleState = 'active' | 'paused' | 'deleted';

/** A person in the house, by the id that the ledger knows them by. */
export interface ReportReader {
  readonly id: string;
  readonly name: string | null;
}

/** A scheduled report as it stands. */
export interface ReportSchedule extends Omit<ReportScheduleInput, 'receivers'> {
  readonly id: string;
  readonly organisation: string;
  readonly owner: ReportReader;
  readonly receivers: readonly (ReportReader & { readonly email: string })[];
  readonly state: ReportScheduleState;
  /** Why it was paused by itself: `owner-without-right`. */
  readonly pausedWhy: string | null;
  /** When somebody asked for it to be made at once, and it is not made yet. */
  readonly requestedAt: string | null;
  /** Null: none, it is paused or deleted. */
  readonly next: { readonly on: OsloDate; readonly at: string; readonly from: OsloDate; readonly to: OsloDate } | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** How a mail about a run went. */
export interface ReportMailState {
  readonly receiver: ReportReader;
  readonly kind: ReportMailKind;
  readonly state: 'planned' | 'sending' | 'sent' | 'failed' | 'suppressed';
  readonly code: string | null;
  readonly sentAt: string | null;
}

/** A time that a report was made, or was not for want of a right. */
export interface ReportRun {
  readonly id: string;
  readonly scheduleId: string;
  readonly title: string;
  /** The day that it was due; null: somebody asked for it. */
  readonly occurrenceOn: OsloDate | null;
  readonly from: OsloDate;
  readonly to: OsloDate;
  readonly outcome: 'made' | 'refused';
  readonly code: string | null;
  readonly formats: readonly ReportFormat[];
  readonly sha256: string | null;
  readonly madeAt: string;
  readonly mails: readonly ReportMailState[];
}

/** A report as it was made: its files follow from this alone. */
export interface StoredReport {
  readonly title: string;
  readonly from: OsloDate;
  readonly to: OsloDate;
  readonly formats: readonly ReportFormat[];
  /** Canonical JSON: the bytes that the hash is over. */
  readonly canonical: string;
  readonly sha256: string;
  readonly names: Readonly<Record<string, string>>;
}

/** One that Temporal is to follow. */
export interface ReportScheduleToFollow {
  readonly id: string;
  readonly state: ReportScheduleState;
  readonly timing: Timing;
  readonly revision: number;
  /** Something fell due, or was asked for, and is not made. */
  readonly due: boolean;
}

/** One report to make. */
export interface PlannedReport {
  readonly scheduleId: string;
  readonly contentRevision: number;
  /** Null: somebody asked for it. */
  readonly occurrenceOn: Occurrence['on'] | null;
  readonly from: OsloDate;
  readonly to: OsloDate;
}

/** `exists`: made before. `gone`: paused, deleted or changed meanwhile. */
export type ReportMade = 'made' | 'refused' | 'exists' | 'gone';

export type ReportMailKind = 'ready' | 'owner-without-right' | 'receiver-without-right';

/** A mail to send. Nothing in it is a number, or of a patient. */
export interface ReportMailDue {
  readonly id: string;
  readonly scheduleId: string;
  readonly runId: string;
  readonly kind: ReportMailKind;
  readonly language: ReportLanguage;
  readonly email: string;
}

export type ReportMailOutcome =
  | { readonly status: 'sent'; readonly template: string }
  | { readonly status: 'failed' | 'not-sent'; readonly code: string };

/** Reports that are made by themselves. Whoever looks sees those of the organisations that they reach; `makeReport` and what follows are the engine's. */
export interface ReportSchedules {
  /** Also those that were deleted: what they made is kept. */
  reportSchedules(): Promise<readonly ReportSchedule[]>;
  /** Throws `unknown-schedule`. */
  reportSchedule(id: string, within?: Transaction): Promise<ReportSchedule>;
  /** When one with these days would be made next, and of what. Throws `bad-data`. */
  nextReport(timing: Timing): Promise<NonNullable<ReportSchedule['next']>>;
  /** Those who may be told of reports of an organisation: they hold a right to read it, and have logged in at least once. Throws `unknown-organisation`. */
  reportReaders(organisationId: string): Promise<readonly ReportReader[]>;
  /** Makes one, or changes what it is: whoever does it owns it from now on. Throws `bad-data`, `unknown-organisation`, `unknown-schedule`, `not-now`. */
  saveReportSchedule(id: string | null, input: ReportScheduleInput, actor: Actor, within?: Transaction): Promise<ReportSchedule>;
  /** Pauses, resumes or deletes. What fell due meanwhile is not made. Throws `unknown-schedule`, `not-now`. */
  setReportScheduleState(id: string, state: ReportScheduleState, within?: Transaction): Promise<ReportSchedule>;
  /** Asks for the report of the period that is over now. Throws `unknown-schedule`, `not-now`. */
  requestReport(id: string, actor: Actor, within?: Transaction): Promise<ReportSchedule>;
  /** The newest first, at most 200. Throws `unknown-schedule`. */
  reportRuns(scheduleId: string): Promise<readonly ReportRun[]>;
  /** Throws `unknown-schedule`. */
  storedReport(scheduleId: string, runId: string): Promise<StoredReport>;

  /** `changed`: only those that Temporal has not followed yet. Deleted ones only while they are so. */
  reportSchedulesToFollow(query: { readonly changed: boolean }): Promise<readonly ReportScheduleToFollow[]>;
  reportScheduleFollowed(id: string, revision: number): Promise<void>;
  /** What fell due and is not made, the earliest first, and what was asked for. */
  planReports(scheduleId: string): Promise<readonly PlannedReport[]>;
  /** Makes one with its owner's rights and plans the mails, in one transaction. `eyes`: a ledger opened with the role `api`. Called twice it makes nothing twice. */
  makeReport(planned: PlannedReport, eyes: Pick<Ledger, 'as'>): Promise<ReportMade>;
  /** Mails to send now, each claimed. Whoever has lost the right is not sent one, and the owner is told. None while effects are off. */
  claimReportMails(limit: number): Promise<readonly ReportMailDue[]>;
  settleReportMail(id: string, outcome: ReportMailOutcome): Promise<void>;
  /** A mail that was accepted and then came back. False where it was none of these. */
  bounceReportMail(messageId: string, code: string): Promise<boolean>;
}
