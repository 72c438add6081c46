import type { Identity, Principal } from '@forlop/access';
import type { OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import type { Json, PathwayInput } from '@forlop/pathway';
import type { Compliance } from './compliance.js';
import type { ContactInput } from '../commands/contact.js';
import type { Transaction } from '../database/transaction.js';
import type { Access } from './access.js';
import type { AccessEntry, AccessLogPage, AccessLogQuery, AccessLogReport } from './access-log.js';
import type { Actor } from './actor.js';
import type { AdvanceResult, AttemptRef, Claim, HeldObligations, MessageContent, Outcome } from './advancing.js';
import type { IdempotencyRequest, IdempotentAnswer } from './idempotency.js';
import type { Importing } from './importing.js';
import type { Counting } from './counting.js';
import type { HistoryRuns } from './history-runs.js';
import type { WhatIfJobs } from './what-if-jobs.js';
import type { Keeping } from './keeping.js';
import type { MirroredCalendar } from './mirrored-calendar.js';
import type { ReportSchedules } from './report-schedules.js';
import type { Reminding } from './reminders.js';
import type { IntakeResult, Organisation, OrganisationInput, QuarantineRelease, RefusedReferral } from './intake.js';
import type {
  EffectsSetting, LivePathway, OutboxItem, Page, PatientView, QuarantinePage, QuarantineQuery, RebuildReport, SearchHit, VerifyReport, WorklistCounts, WorklistPage, WorklistQuery,
} from './reading.js';
import type { PreviewResult } from './preview.js';
import type { FeedMove, FeedMoved, LookRecorded, LooksDue, LooksDueQuery, RegisteredFastlege, RegistryLook } from './registries.js';
import type { AccessGrantInput, BlockInput, BreakGlassByNumber, BreakGlassInput, BreakGlassQuery, BreakGlassUse, Colleague, Participant, RoleGrant, RoleGrantInput, TransferInput } from './tenancy.js';
import type { Unmatched } from './unmatched.js';
import type { Webhooks } from './webhooks.js';
import type { BegunSession, OpenSession, SessionsToEnd } from './web-sessions.js';
import type { DailyWork } from './daily-work.js';
import type { Working } from './working.js';
import type { CommandInput, CommandResult, CorrectionInput, FactInput, MoveInput, PathwayMode, Recorded, RecordResult } from './writing.js';

/**
 * The record. Every write is one transaction: lock the pathway, let the kernel decide, append, rewrite what changed in the
 * read tables, leave a row in the outbox. `within` makes a write part of a transaction that the caller has open (see
 * `withIdempotency`). Throws `LedgerError`; `unavailable` and `overloaded` are what waiting can mend.
 */
export interface Ledger extends Keeping, Reminding, Unmatched, Webhooks, DailyWork, Working, MirroredCalendar, Importing, HistoryRuns, Counting, WhatIfJobs, Compliance, ReportSchedules {
  // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────
  /** Takes in a referral. The same source twice gives the same pathway, and is its sender's correction where the content differs; a second one for the same condition is a fact on it. */
  intake(referral: Referral, actor: Actor, within?: Transaction): Promise<IntakeResult>;
  /** The pathway that a referral led to which was sent before; null when it was not. Whoever asks inside a transaction is alone with it. */
  referralPathway(source: Referral['source'], within?: Transaction): Promise<string | null>;
  /** Keeps a referral that could not be accepted as a watched pathway (REF-7). */
  quarantine(refused: RefusedReferral, actor: Actor, within?: Transaction): Promise<IntakeResult>;
  /** Ends a quarantine. Throws `not-in-quarantine`. */
  releaseQuarantine(pathwayId: string, release: QuarantineRelease, actor: Actor, within?: Transaction): Promise<IntakeResult>;
  /** A person's choice; refused where the state does not allow it. */
  command(pathwayId: string, input: CommandInput, actor: Actor, within?: Transaction): Promise<CommandResult>;
  /** What a command would change, by the same judgement; nothing is recorded. */
  previewCommand(pathwayId: string, input: CommandInput, actor: Actor): Promise<PreviewResult>;
  /** Records what happened, all or none. Never refused for the state. */
  record(pathwayId: string, facts: readonly FactInput[], actor: Actor, within?: Transaction): Promise<RecordResult>;
  /** Gives an event another date or content. Throws `unknown-event`. */
  correct(eventId: string, correction: CorrectionInput, actor: Actor, within?: Transaction): Promise<RecordResult>;
  /** Says that an event never happened. Throws `unknown-event`. */
  retract(eventId: string, reason: string, actor: Actor, within?: Transaction): Promise<RecordResult>;
  /** Moves the pathway to other rules from a day on. Throws `unknown-definition`. */
  move(pathwayId: string, move: MoveInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Sets the mode; `live` starts the workflow, the others end it. Nothing that is past is sent on going live. */
  setMode(pathwayId: string, mode: PathwayMode, reason: string, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Sealed contact details of a role for this patient (the fastlege's e-mail address, a contact nurse's). */
  setContact(pathwayId: string, role: string, contact: ContactInput, actor: Actor, within?: Transaction): Promise<void>;

  // ── Who may see the pathway ──────────────────────────────────────────────────────────────────────────────────────
  /** Lets an organisation or a person take part. The event's id names the grant. Throws `bad-data`, `unknown-organisation`. */
  grantAccess(pathwayId: string, grant: AccessGrantInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Ends a grant from today, or from a later day. */
  withdrawAccess(pathwayId: string, grantId: string, input: { readonly from?: string; readonly reason?: string }, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Another organisation takes over on a day, today's, past or to come: access moves with it. */
  transfer(pathwayId: string, transfer: TransferInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** The patient's own blocking of an organisation or a person. The event's id names the block. */
  block(pathwayId: string, block: BlockInput, actor: Actor, within?: Transaction): Promise<Recorded>;
  unblock(pathwayId: string, blockId: string, input: { readonly reason?: string }, actor: Actor, within?: Transaction): Promise<Recorded>;
  /** Who sees the pathway, saw it, will, or is blocked. */
  participants(pathwayId: string): Promise<readonly Participant[]>;
  /** Lets a person without access see the pathway for some hours, with a reason. Only on behalf of that person (`as`). */
  breakGlass(pathwayId: string, input: BreakGlassInput, actor: Actor, within?: Transaction): Promise<BreakGlassUse>;
  /** The same for whoever has only the person's number: on all of the patient's pathways. Throws `bad-data`. */
  breakGlassByNumber(personNumber: string, input: BreakGlassInput, actor: Actor, within?: Transaction): Promise<BreakGlassByNumber>;
  /** Counts that somebody asks by number, before they are answered. Only on behalf of that person (`as`). Throws `too-many-attempts`. */
  countGlassAttempt(): Promise<void>;
  /** Uses of break-glass, the latest first. Throws `bad-data`, `bad-cursor`. */
  breakGlassUses(query?: BreakGlassQuery): Promise<Page<BreakGlassUse>>;

  // ── The workflow's side ──────────────────────────────────────────────────────────────────────────────────────────
  /** Evaluates at max(now, the last recording), records what was observed, and says what is open and when to wake. */
  advance(pathwayId: string, now: string): Promise<AdvanceResult>;
  claimAttempt(attempt: AttemptRef): Promise<Claim>;
  recordOutcome(attempt: AttemptRef, outcome: Outcome): Promise<void>;
  /** What a claimed message says and to whom. Throws `unknown-obligation`. */
  messageContent(messageId: string): Promise<MessageContent>;
  /** A named person lets an obligation leave the house (BREACH-3). Throws `unknown-obligation`. */
  confirmObligation(pathwayId: string, key: string, person: Actor, within?: Transaction): Promise<Recorded>;
  /** Obligations of which something is due and was not let go, in the order of their pathways' ids. */
  heldObligations(query: { readonly after?: string; readonly limit: number }): Promise<readonly HeldObligations[]>;
  /** Live pathways in id order, for the sweep. */
  livePathways(query: { readonly after?: string; readonly limit: number }): Promise<readonly LivePathway[]>;

  // ── What the national registries know ────────────────────────────────────────────────────────────────────────────
  /** Whom to look up: live pathways that were not asked about since an instant. Of the engine alone. Throws `bad-cursor`. */
  looksDue(query: LooksDueQuery): Promise<LooksDue>;
  /** Records what a look made known, as the watch of the registries; the same look again records nothing new. Throws `unknown-pathway`. */
  recordLook(pathwayId: string, look: RegistryLook, within?: Transaction): Promise<LookRecorded>;
  /** The next place to read Persontjenesten's feed from; null when it was never read. */
  feedPosition(): Promise<number | null>;
  /** Keeps the place and who is due to be asked about because of what was read, both or neither. */
  moveFeed(move: FeedMove, within?: Transaction): Promise<FeedMoved>;
  /** Who Fastlegeregisteret last said is the fastlege; null when it was never asked or whoever looks must not know. Throws `unknown-pathway`. */
  registeredFastlege(pathwayId: string): Promise<RegisteredFastlege | null>;

  // ── The relay's side ─────────────────────────────────────────────────────────────────────────────────────────────
  /** Outbox rows not yet sent, below every transaction that is still open, in order, one item for each pathway. */
  unsent(limit: number): Promise<readonly OutboxItem[]>;
  markSent(ids: readonly number[]): Promise<void>;
  /** Rows waiting, and the age of the oldest in milliseconds. */
  backlog(): Promise<{ readonly rows: number; readonly oldestMs: number | null }>;
  /** Calls `wake` as soon as something was committed, and after each reconnection. Returns what ends it. */
  onCommitted(wake: () => void): Promise<() => Promise<void>>;
  /** Deletes sent outbox rows and idempotency answers older than that, and what is remembered of log-ins past its time. */
  clean(olderThanDays: number): Promise<{ readonly outbox: number; readonly idempotency: number }>;

  // ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────
  /** `knownAt`: with what had been recorded up to that position (timeline and kernel; what was told is shown in full). */
  patientView(pathwayId: string, options?: { readonly asOf?: OsloDate; readonly knownAt?: number }): Promise<PatientView>;
  /** The pathway as the kernel sees it, for `explain`, `shownHistory` and `commandStates`. */
  kernelInput(pathwayId: string, options?: { readonly asOf?: OsloDate; readonly knownAt?: number }): Promise<PathwayInput>;
  worklist(query?: WorklistQuery): Promise<WorklistPage>;
  /** What waits in quarantine, the oldest first, with why. */
  quarantineList(query?: QuarantineQuery): Promise<QuarantinePage>;
  worklistCounts(options?: { readonly organisationIds?: readonly string[]; readonly asOf?: OsloDate }): Promise<WorklistCounts>;
  /** By a person's number, in any of the known systems when `system` is not given. Quarantined ones too. */
  searchByIdentifier(value: string, system?: string): Promise<readonly SearchHit[]>;
  /** Patients that have every word in their name; case, accents and hyphens do not matter. */
  searchByName(name: string, options?: { readonly limit?: number; readonly cursor?: string }): Promise<Page<SearchHit>>;

  // ── Who saw what ─────────────────────────────────────────────────────────────────────────────────────────────────
  /** Adds an entry to the access log. What cannot be logged must not be shown. */
  logAccess(entry: AccessEntry, within?: Transaction): Promise<void>;
  /** The log, newest first; with a pathway the patient's own extract. Throws `unknown-pathway`, `bad-cursor`. */
  accessLog(query?: AccessLogQuery): Promise<AccessLogPage>;
  /** Recomputes the log's chains. Changes nothing. */
  verifyAccessLog(): Promise<AccessLogReport>;

  // ── The house ────────────────────────────────────────────────────────────────────────────────────────────────────
  /** An operator's own organisation. From the first one on, referrals to unknown receivers go to quarantine. */
  registerOrganisation(input: OrganisationInput, within?: Transaction): Promise<Organisation>;
  organisations(): Promise<readonly Organisation[]>;
  /** Gives a person a role. Throws `bad-data`, `unknown-organisation`. */
  grantRole(grant: RoleGrantInput, actor: Actor, within?: Transaction): Promise<RoleGrant>;
  /** Takes a role back at once. Throws `bad-data` when it is not there or was taken back. */
  withdrawRole(grantId: string, why: string, actor: Actor, within?: Transaction): Promise<RoleGrant>;
  /** Roles that hold or will, by organisation and role; `past`: those that ended as well. */
  roleGrants(query?: { readonly organisationId?: string; readonly past?: boolean }): Promise<readonly RoleGrant[]>;
  /** Who a verified identity is in the house, today. Two statements: keep the answer for a minute. */
  principalOf(identity: Identity): Promise<Principal>;
  /** Those who follow patients up at these organisations, or above them, and have logged in at least once. */
  colleagues(organisationIds: readonly string[]): Promise<readonly Colleague[]>;
  /** Whether nobody has used this key before, in any process; it is used from now on, for so many seconds. */
  useOnce(key: string, seconds: number): Promise<boolean>;
  /** Ends the sessions of a key that began until then, in every process. `seconds`: the longest that a session lasts. */
  endSessions(key: string, endedAt: Date, seconds: number): Promise<void>;
  /** Whether a session that began then was ended by any of its keys. */
  isEnded(keys: readonly string[], began: Date): Promise<boolean>;
  /** Remembers that somebody is logged in by a browser; answers the principal's id. */
  beginSession(session: BegunSession): Promise<string>;
  /** The sessions of a principal that hold, the newest first; `currentKey` is the key of the one that asks. */
  sessionsOf(principal: string, currentKey: string | null): Promise<readonly OpenSession[]>;
  /** Ends sessions that hold, in every process; answers how many. Throws `bad-data`. */
  endWebSessions(which: SessionsToEnd, within?: Transaction): Promise<number>;
  effects(): Promise<EffectsSetting>;
  setEffects(on: boolean, why: string, actor: Actor, within?: Transaction): Promise<EffectsSetting>;
  /** Today in Oslo by the ledger's clock, which is what a date is held against: a server's own may be ahead of it. */
  today(within: Transaction): Promise<OsloDate>;
  /** Does `fn` once for a key; concurrent duplicates wait for the first. What `fn` throws leaves no trace. Throws `idempotency-conflict`. */
  withIdempotency<T extends Json>(request: IdempotencyRequest, fn: (transaction: Transaction) => Promise<T>): Promise<IdempotentAnswer<T>>;
  /**
   * The same ledger with somebody's eyes: it finds only what they may see, and what they may not see it answers as if it were not
   * there. Of a ledger that was opened with the role `api`; others throw `setup`. Costs nothing by itself: make one for each request.
   */
  as(access: Access): Ledger;
  /** Recomputes chains, and compares the read tables with a rebuild. Changes nothing. */
  verify(pathwayId?: string): Promise<VerifyReport>;
  /** Writes the read tables anew from the events. */
  rebuild(pathwayId?: string, told?: (done: number, of: number) => void): Promise<RebuildReport>;
  /**
   * Brings the sums that reports are counted from up to date with what has been written since (docs/decisions/0015). Reports are exact without; they take longer.
   * @param options.stop asked between two transactions. @returns how many pathways were summed anew.
   */
  sumSettled(options?: { readonly stop?: () => boolean; readonly most?: number }): Promise<number>;
  /** Whether the database answers and is migrated; for health checks. Throws `unavailable` or `setup`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
