import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { osloDateOf } from '@forlop/calendar';
import { operationOutcome, readReferrals, refusedReferral, type ReadReferralsResult } from '@forlop/fhir';
import type { Actor, IntakeResult, Ledger, Transaction } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { concerns } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import type { Answer } from '../http/write.js';
import { ACCEPT_SYNTHETIC, API, LEDGER } from '../tokens.js';
import { isQuarantined } from '../referrals/referrals.service.js';
import { intakeIssue, type TakenIn } from './intake-issue.js';

/** A message as it came in. */
export interface Message {
  readonly bytes: Buffer;
  /** ISO instant. */
  readonly receivedAt: string;
}

/**
 * Takes in referrals that are sent as FHIR. Whatever may be a referral is kept: what cannot be accepted goes to
 * quarantine with its day of receipt, and the sender is told why (REF-7).
 */
@Injectable()
export class FhirIntakeService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(ACCEPT_SYNTHETIC) private readonly acceptSynthetic: boolean,
  ) {}

  async take(message: Message, actor: Actor, within: Transaction | undefined): Promise<Answer> {
    if (message.bytes.length === 0) throw new ApiProblem('unreadable-body', 'Det er ikke sendt noe innhold.');
    const json = parsed(message.bytes);
    return json === undefined ? this.keepUnreadable(message, actor, within) : this.takeRead(json, message, actor, within);
  }

  private async takeRead(json: Json, { receivedAt }: Message, actor: Actor, within: Transaction | undefined): Promise<Answer> {
    const read = readReferrals(json, { receivedAt, today: osloDateOf(receivedAt), acceptSynthetic: this.acceptSynthetic });
    const taken: TakenIn[] = [];
    // One after the other: two referrals in a message may be about the same patient.
    for (const { referral, path } of read.referrals) taken.push({ path, result: await this.ledger.intake(referral, actor, within) });
    for (const refused of read.refused.filter(({ quarantine }) => quarantine)) {
      taken.push({ path: refused.path, result: await this.ledger.quarantine(refusedReferral(refused, json, read), actor, within) });
    }
    concerns(taken.map(({ result }) => result.pathwayId));
    return answer(read, taken);
  }

  /** A message that is not JSON at all may have been a referral that was cut off on its way. */
  private async keepUnreadable({ bytes, receivedAt }: Message, actor: Actor, within: Transaction | undefined): Promise<Answer> {
    const sentence = 'Innholdet er ikke gyldig JSON i UTF-8.';
    const outcome = operationOutcome([{ severity: 'fatal', reason: 'ugyldig-json', text: sentence }]);
    const result = await this.ledger.quarantine(
      {
        source: { kind: 'fhir', system: 'urn:forlop:melding-sha256', id: createHash('sha256').update(bytes).digest('hex') },
        receivedOn: osloDateOf(receivedAt),
        reasons: [{ code: 'ugyldig-json', sentence }],
        original: bytes.toString('latin1'),
      },
      actor,
      within,
    );
    concerns([result.pathwayId]);
    return { status: 400, body: withIssues(outcome, [{ path: null, result }]) };
  }
}

/** Undefined: it is not JSON in UTF-8. */
function parsed(bytes: Buffer): Json | undefined {
  if (!isUtf8(bytes)) return undefined;
  try {
    // Unlike Buffer's own, this leaves out a byte order mark.
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const accepted = (result: IntakeResult): boolean => !isQuarantined(result);

/**
 * 201 when something new came in, 200 when all was known or corrects what was; 422 when anything could not be accepted, since a sender that
 * sees success looks no further. Sending all of it again does no harm.
 */
function answer(read: ReadReferralsResult, taken: readonly TakenIn[]): Answer {
  const allAccepted = read.refused.length === 0 && taken.every(({ result }) => accepted(result));
  const anyNew = taken.some(({ result }) => result.outcome === 'created' || result.outcome === 'appended');
  const [only] = taken;
  return {
    status: !allAccepted ? 422 : anyNew ? 201 : 200,
    body: withIssues(read.outcome, taken),
    ...(taken.length === 1 && only && accepted(only.result) && { location: `/${API}/pathways/${only.result.pathwayId}` }),
  };
}

const withIssues = (outcome: OperationOutcome, taken: readonly TakenIn[]): OperationOutcome => ({ ...outcome, issue: [...outcome.issue, ...taken.map(intakeIssue)] });
