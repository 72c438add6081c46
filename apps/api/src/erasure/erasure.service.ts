import { Inject, Injectable } from '@nestjs/common';
import type { carriedOutSchema, erasuresQuerySchema, erasuresSchema } from '@forlop/contracts';
import type { Actor, ErasureInput, ErasureResult, ErasureScope, Ledger, Transaction } from '@forlop/ledger';
import type * as z from 'zod';
import { currentAccess } from '../access/request-scope.js';
import { ApiProblem } from '../http/api-problem.js';
import { given } from '../http/given.js';
import type { Answer } from '../http/write.js';
import { LEDGER } from '../tokens.js';

/** Asking for erasure and carrying it out, as answers. */
@Injectable()
export class ErasureService {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** Whoever runs the house sees no patient, and sees ids of all of them; others see what is about their own. */
  scope(): ErasureScope {
    return { everyone: currentAccess().decision.reach === 'house' };
  }

  async request(pathwayId: string, input: ErasureInput, actor: Actor, within?: Transaction): Promise<Answer> {
    const requested = await this.ledger.requestErasure(pathwayId, input, actor, within);
    return { status: requested.outcome === 'requested' ? 201 : 200, body: { ...requested, pathwayId } };
  }

  async list(query: z.output<typeof erasuresQuerySchema>): Promise<z.input<typeof erasuresSchema>> {
    const scope = this.scope();
    const rows = await this.ledger.erasures({ ...given(query), ...scope });
    // A free text may name somebody, whatever its writer was told.
    return { rows: rows.map((row) => ({ ...row, reason: scope.everyone === true ? null : row.reason })) };
  }

  async carryOut(erasureId: string, actor: Actor, within?: Transaction): Promise<Answer> {
    return { status: 200, body: doneOrRefused(await this.ledger.carryOutErasure(erasureId, actor, within)) };
  }
}

/** @throws ApiProblem that says why nothing was erased. */
function doneOrRefused(result: ErasureResult): z.input<typeof carriedOutSchema> {
  switch (result.outcome) {
    case 'done':
      return result.entry;
    case 'already':
      throw new ApiProblem('erased', 'Slettingen er alt gjennomført.', { code: 'already-carried-out' });
    case 'same-person':
      throw new ApiProblem('forbidden', 'Du ba selv om slettingen. En annen må gjennomføre den.', { code: 'same-person' });
    case 'withdrawn':
      throw new ApiProblem('refused', 'Anmodningen om sletting er trukket.', { code: 'withdrawn' });
    case 'held': {
      const errors = result.obstacles.map(({ code, sentence }) => ({ path: '', code, sentence }));
      throw new ApiProblem('refused', `Pasienten kan ikke slettes nå. ${errors.map(({ sentence }) => sentence).join(' ')}`, { code: 'obstacles', errors });
    }
  }
}
