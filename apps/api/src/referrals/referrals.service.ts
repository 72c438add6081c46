import { Inject, Injectable } from '@nestjs/common';
import type { Referral } from '@forlop/contracts';
import type { Actor, IntakeResult, Ledger, Transaction } from '@forlop/ledger';
import type { Answer } from '../http/write.js';
import { ACCEPT_SYNTHETIC, API, LEDGER } from '../tokens.js';
import { assertRealPerson } from './real-people.js';

/** Quarantined is accepted for processing and no more, which is what 202 says. */
const statuses: Readonly<Record<IntakeResult['outcome'], number>> = { created: 201, appended: 200, same: 200, corrected: 200, quarantined: 202 };

/** Whether it waits in quarantine, now or since it was sent before. */
export const isQuarantined = ({ outcome, reasons }: IntakeResult): boolean => outcome === 'quarantined' || reasons.length > 0;

/** What became of a referral, as an answer. */
export const intakeAnswer = (result: IntakeResult): Answer => ({
  status: isQuarantined(result) ? statuses.quarantined : statuses[result.outcome],
  location: `/${API}/pathways/${result.pathwayId}`,
  body: result,
});

/** Takes in referrals that are written in our own form. */
@Injectable()
export class ReferralsService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(ACCEPT_SYNTHETIC) private readonly acceptSynthetic: boolean,
  ) {}

  async take(referral: Referral, actor: Actor, within: Transaction | undefined): Promise<Answer> {
    assertRealPerson(referral, this.acceptSynthetic);
    return intakeAnswer(await this.ledger.intake(referral, actor, within));
  }
}
