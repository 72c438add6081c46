import type { PathwayPorts } from '@forlop/activities';
import { LedgerError } from '@forlop/ledger';
import { obligationWorkflowId } from '../../src/contract.js';
import type { AdvanceResult, AttemptRef, Claim, DeliveryActivities, ObligationKind, ObligationRef, Outcome, ReportActivities, ReportToMake } from '../../src/contract.js';

type LedgerPort = PathwayPorts['ledger'];

/** The ledger's word on reports, scripted. */
export class ScriptedReports implements ReportActivities {
  /** What is to be made, until it is. An error is thrown when it is first made. */
  readonly due: (ReportToMake | Error)[] = [];
  readonly made: ReportToMake[] = [];

  planReports: ReportActivities['planReports'] = async () => this.due.filter((one): one is ReportToMake => !(one instanceof Error));

  makeReport: ReportActivities['makeReport'] = async (report) => {
    const away = this.due.findIndex((one) => one instanceof Error);
    if (away >= 0) throw this.due.splice(away, 1)[0];
    this.made.push(report);
    return 'made';
  };
}

/** What a test's ledger answers at an instant (milliseconds); what is left out keeps its quiet default. */
export type Script = (nowMs: number) => Partial<AdvanceResult>;

/** The ledger's port, scripted: its double where workflows alone are tested. */
export class ScriptedLedger implements LedgerPort {
  /** Instants at which it was asked. */
  readonly advances: string[] = [];
  readonly claims: AttemptRef[] = [];
  /** `wording purpose/attempt`, in order. */
  readonly planned: string[] = [];
  readonly outcomes: { attempt: AttemptRef; outcome: Outcome }[] = [];
  /** Answers to claims in order, by `purpose/attempt`; without one, a claim goes until its outcome is recorded. */
  readonly answers = new Map<string, Claim[]>();
  position = 1;
  /** The next so many calls fail, as when the database is away. */
  failures = 0;

  constructor(public script: Script = () => ({})) {}

  advance = async (_pathwayId: string, now: string): Promise<AdvanceResult> => {
    this.failIfAway();
    this.advances.push(now);
    const quiet = { nextWakeAt: null, openObligations: [], step: 'utredning', nextDeadline: null, nextRule: null, mode: 'live', finished: false } as const;
    return { position: this.position, now, ...quiet, ...this.script(Date.parse(now)) };
  };

  claimAttempt = async (attempt: AttemptRef): Promise<Claim> => {
    this.failIfAway();
    this.claims.push(attempt);
    const name = effectName(attempt);
    const scripted = this.answers.get(name)?.shift();
    if (scripted) return scripted;
    const done = this.outcomes.some((o) => o.attempt.key === attempt.key && effectName(o.attempt) === name);
    return done ? { go: false, why: 'already-done' } : { go: true, message: { id: `${attempt.key}/${name}` } };
  };

  /** As a claim: what is planned once is planned. */
  planReminder: LedgerPort['planReminder'] = async ({ wording, ...attempt }) => {
    const claim = await this.claimAttempt(attempt);
    if (!claim.go) return claim;
    this.planned.push(`${wording} ${effectName(attempt)}`);
    return { ...claim, digests: [] };
  };

  closeReminders = async (): Promise<void> => this.failIfAway();

  recordOutcome = async (attempt: AttemptRef, outcome: Outcome): Promise<void> => {
    this.failIfAway();
    this.outcomes.push({ attempt, outcome });
  };

  private failIfAway(): void {
    if (this.failures === 0) return;
    this.failures -= 1;
    throw new LedgerError('unavailable', 'Databasen svarer ikke.');
  }
}

/** The courier's side, scripted: keeps what it was asked to send. */
export class ScriptedCourier implements DeliveryActivities {
  /** `wording purpose/attempt`, in order. */
  readonly sent: string[] = [];
  /** What its digests answer, in order; an error is thrown. Without one nothing is left to send. */
  readonly digests: (Awaited<ReturnType<DeliveryActivities['sendDigest']>> | Error)[] = [];
  readonly failed: string[] = [];
  /** Thrown instead of sending, by wording. */
  readonly refusals = new Map<string, Error>();

  sendDigest: DeliveryActivities['sendDigest'] = async () => {
    const next = this.digests.shift() ?? { messages: 0, retryAt: null };
    if (next instanceof Error) throw next;
    return next;
  };

  failDigest: DeliveryActivities['failDigest'] = async ({ code }) => void this.failed.push(code);

  deliver = async (call: Parameters<DeliveryActivities['deliver']>[0]): Promise<{ messageId: string }> => {
    const refusal = this.refusals.get(call.wording);
    if (refusal) throw refusal;
    this.sent.push(`${call.wording} ${effectName(call)}`);
    return { messageId: `<${call.purpose}.${call.attempt}@forlop.test>` };
  };
}

const effectName = ({ purpose, attempt }: Pick<AttemptRef, 'purpose' | 'attempt'>): string => `${purpose}/${attempt}`;

/** An obligation of a kind that asks at these instants (milliseconds). */
export function obligation(pathwayId: string, kind: ObligationKind, askAtMs: readonly number[], more: { escalateAtMs?: number; needsConfirmation?: boolean } = {}): ObligationRef {
  const duty = `PLIKT-${kind.toUpperCase()}`;
  return {
    key: `${duty}#1`,
    workflowId: obligationWorkflowId(pathwayId, `${duty}#1`),
    kind,
    duty,
    clock: 'FRIST-START-VOKSEN-12U',
    askAt: askAtMs.map(instant),
    escalateAt: more.escalateAtMs === undefined ? null : instant(more.escalateAtMs),
    needsConfirmation: more.needsConfirmation ?? false,
  };
}

export const instant = (ms: number): string => new Date(ms).toISOString();

/** The number that names an effect planned for that instant. */
export const dayOf = (ms: number): number => Number(instant(ms).slice(0, 10).replaceAll('-', ''));
