import { Inject, Injectable } from '@nestjs/common';
import type { quarantinePageSchema, quarantineQuerySchema } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Actor, Ledger, QuarantineRelease, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { given } from '../http/given.js';
import type { Answer } from '../http/write.js';
import { assertRealPerson } from '../referrals/real-people.js';
import { ACCEPT_SYNTHETIC, API, LEDGER, RULES } from '../tokens.js';
import { withTitles } from '../worklist/row-titles.js';

/** Referrals that could not be accepted, and how their quarantine ends. */
@Injectable()
export class QuarantineService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(RULES) private readonly rules: LoadedRules,
    @Inject(ACCEPT_SYNTHETIC) private readonly acceptSynthetic: boolean,
  ) {}

  /** What waits, the oldest first. */
  async page({ org, ...query }: z.output<typeof quarantineQuerySchema>): Promise<z.input<typeof quarantinePageSchema>> {
    const page = await this.ledger.quarantineList(given({ ...query, organisationIds: org }));
    return { ...page, rows: page.rows.map((row) => withTitles(row, this.rules)), more: page.nextCursor !== null };
  }

  async release(pathwayId: string, release: QuarantineRelease, actor: Actor, within?: Transaction): Promise<Answer> {
    if (release.as === 'accepted') assertRealPerson(release.referral, this.acceptSynthetic, '/referral');
    const result = await this.ledger.releaseQuarantine(pathwayId, release, actor, within);
    return { status: 200, location: `/${API}/pathways/${result.pathwayId}`, body: result };
  }
}
