import { Inject, Injectable } from '@nestjs/common';
import type { Actor, EffectsSetting, Ledger, Organisation, OrganisationInput, Transaction } from '@forlop/ledger';
import type { Answer } from '../http/write.js';
import { LEDGER } from '../tokens.js';

/** The installation itself: its organisations, and the switch for everything that is sent. */
@Injectable()
export class HouseService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  effects(): Promise<EffectsSetting> {
    return this.ledger.effects();
  }

  async setEffects(on: boolean, why: string, actor: Actor, within?: Transaction): Promise<Answer> {
    return { status: 200, body: await this.ledger.setEffects(on, why, actor, within) };
  }

  organisations(): Promise<readonly Organisation[]> {
    return this.ledger.organisations();
  }

  async register(input: OrganisationInput, within?: Transaction): Promise<Answer> {
    return { status: 201, body: await this.ledger.registerOrganisation(input, within) };
  }
}
