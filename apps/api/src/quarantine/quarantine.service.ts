import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Ledger, QuarantineRelease, Transaction } from '@forlop/ledger';
import type { Answer } from '../http/write.js';
import { API, LEDGER } from '../tokens.js';

/** Ends the quarantine of a referral that could not be accepted. */
@Injectable()
export class QuarantineService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async release(pathwayId: string, release: QuarantineRelease, actor: Actor, within?: Transaction): Promise<Answer> {
    const result = await this.ledger.releaseQuarantine(pathwayId, release, actor, within);
    return { status: 200, location: `/${API}/pathways/${result.pathwayId}`, body: result };
  }
}
