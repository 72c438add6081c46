import { epochMsOf, osloDateOf, type OsloDate } from '@forlop/calendar';
import { referralSchema, type Referral } from '@forlop/contracts';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { collect, type Candidate } from './collect.js';
import { Findings } from './node.js';
import { isError, operationOutcome, type Issue } from './outcome.js';
import type { RawIdentifier } from './read-identifier.js';
import { readServiceRequest, type PartialReferral, type ReadOptions } from './read-service-request.js';
import type { ReasonCode } from './reasons.js';

export interface ReadReferralsOptions {
  /** When the message came in here, ISO instant with `Z` or offset. It counts as mottattdato when none is sent. */
  readonly receivedAt: string;
  /** The Oslo date that nothing may be dated after. */
  readonly today: OsloDate;
  /** False refuses numbers of the test series, as production should. Default true. */
  readonly acceptSynthetic?: boolean;
}

export interface AcceptedReferral {
  readonly referral: Referral;
  /** FHIRPath of the ServiceRequest in what was sent. */
  readonly path: string;
  /** Remarks; none of them is an error. */
  readonly issues: readonly Issue[];
}

/** Everything a person needs to find the patient and call the sender, and a clock needs to start (REF-7). */
export interface WhatWasRead {
  readonly receivedAt: string;
  /** The date in Norway of the receipt: the day from which a quarantined referral's assessment is watched. */
  readonly receivedOn: OsloDate;
  /** The patient's identifiers exactly as sent, also the invalid ones. */
  readonly identifiers: readonly RawIdentifier[];
  readonly referral: PartialReferral;
}

export interface RefusedReferral {
  readonly path: string;
  /** The first of the reasons. */
  readonly reasonCode: ReasonCode;
  readonly reasonCodes: readonly ReasonCode[];
  /** True when it is, or may be, a referral: it must get an owner and a watched deadline. */
  readonly quarantine: boolean;
  readonly whatWasRead: WhatWasRead;
  readonly issues: readonly Issue[];
}

export interface ReadReferralsResult {
  readonly referrals: readonly AcceptedReferral[];
  readonly refused: readonly RefusedReferral[];
  /**
   * What the sender is told about everything in the message. What became of the referrals is for the door
   * to add, which knows whether they were new. A resource of another type beside a referral is remarked on, not refused.
   */
  readonly outcome: OperationOutcome;
}

/** No R4 message comes near; beyond it, reading by recursion could exhaust the stack. */
const DEEPEST = 200;

/** Walks level by level instead of recursing, since the depth is what may be too great. */
function isDeeperThan(levels: number, json: unknown): boolean {
  let level = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) {
      return true;
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

function nothingRead({ receivedAt }: ReadReferralsOptions): WhatWasRead {
  return { receivedAt, receivedOn: osloDateOf(receivedAt), identifiers: [], referral: { patient: {} } };
}

function refuse(path: string, quarantine: boolean, issues: readonly Issue[], whatWasRead: WhatWasRead): RefusedReferral {
  const reasonCodes = [...new Set(issues.filter(isError).map(({ reason }) => reason))];
  return { path, reasonCode: reasonCodes[0] as ReasonCode, reasonCodes, quarantine, whatWasRead, issues };
}

/** What the contract refuses although every element could be read, such as a name of many thousand letters. */
function contractIssues(referral: PartialReferral, path: string): Issue[] {
  const faults = referralSchema.safeParse(referral).error?.issues ?? [];
  return faults.map((fault) => ({
    severity: 'error',
    reason: 'ugyldig-struktur',
    expression: path,
    text: `Opplysningen ${fault.path.join('.')} er for lang eller har en form som ikke kan brukes.`,
  }));
}

function readCandidate(candidate: Candidate, options: ReadReferralsOptions): AcceptedReferral | RefusedReferral {
  const readOptions: ReadOptions = { receivedAt: options.receivedAt, today: options.today, acceptSynthetic: options.acceptSynthetic ?? true };
  const { path } = candidate.node;
  const findings = new Findings();
  if (candidate.fault) {
    findings.add(candidate.fault);
  }
  // What is not a ServiceRequest is read for what it may tell of the patient; how it differs from one is no use to the sender.
  const isUnknown = candidate.fault?.reason === 'ukjent-ressurstype';
  const { referral, identifiers } = readServiceRequest(candidate, readOptions, isUnknown ? new Findings() : findings);
  if (findings.errors().length === 0) {
    contractIssues(referral, path).forEach((issue) => findings.add(issue));
  }
  const issues = findings.all();
  return findings.errors().length === 0
    ? { referral: referralSchema.parse(referral), path, issues }
    : refuse(path, true, issues, { ...nothingRead(options), identifiers, referral });
}

function isRefused(read: AcceptedReferral | RefusedReferral): read is RefusedReferral {
  return 'quarantine' in read;
}

/** A result for input of which nothing could be read. `quarantine`: it may have been a referral. */
export function unreadable(issue: Issue, quarantine: boolean, options: ReadReferralsOptions): ReadReferralsResult {
  const refused = [refuse(issue.expression ?? '$this', quarantine, [issue], nothingRead(options))];
  return { referrals: [], refused, outcome: operationOutcome([issue]) };
}

/**
 * Reads the referrals in one FHIR R4 message: a ServiceRequest, or a Bundle with ServiceRequests and the resources that
 * they refer to. Never throws on what was sent, whatever it is, and never drops a referral: what cannot be accepted comes
 * back as `refused`, with `quarantine` true for all that is or may be a referral (REF-7).
 * Throws CalendarError only when `receivedAt` is not an instant.
 */
export function readReferrals(json: unknown, options: ReadReferralsOptions): ReadReferralsResult {
  epochMsOf(options.receivedAt);
  if (isDeeperThan(DEEPEST, json)) {
    return unreadable({ severity: 'fatal', reason: 'for-dypt', text: 'Innholdet har flere nivåer enn noen FHIR-ressurs har.' }, true, options);
  }
  const { candidates, notReferrals } = collect(json);
  const read = candidates.map((candidate) => readCandidate(candidate, options));
  const referrals = read.filter((one): one is AcceptedReferral => !isRefused(one));
  const wrong = notReferrals.filter(({ issue }) => isError(issue)).map(({ path, issue }) => refuse(path, false, [issue], nothingRead(options)));
  const issues = [...read.flatMap((one) => one.issues), ...notReferrals.map(({ issue }) => issue)];
  return { referrals, refused: [...read.filter(isRefused), ...wrong], outcome: operationOutcome(issues) };
}
