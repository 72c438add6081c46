import { Inject, Injectable } from '@nestjs/common';
import type { bulkAnswerSchema, bulkRequestSchema } from '@forlop/contracts';
import { LedgerError, type Ledger, type Transaction } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';
import type * as z from 'zod';
import { ApiProblem } from '../http/api-problem.js';
import type { Write } from '../http/write.js';
import { PathwayWrites } from '../pathways/pathway-writes.service.js';
import { LEDGER } from '../tokens.js';
import { personMeant } from './person-meant.js';

type Request = z.output<typeof bulkRequestSchema>;
type Answer = z.input<typeof bulkAnswerSchema>;
type Result = Answer['results'][number];

/** As many at once as leave connections for others. */
const abreast = 3;

/** The same for many pathways, each in a transaction of its own: one that is refused stops no other. */
@Injectable()
export class BulkService {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly pathways: PathwayWrites,
  ) {}

  /** Each pathway has a key made of the request's, so that a repetition does again only what was not done. */
  async run({ action, pathwayIds }: Request, write: Write): Promise<Answer> {
    const ids = [...new Set(pathwayIds)];
    const results: Result[] = [];
    for (let at = 0; at < ids.length; at += abreast) results.push(...(await Promise.all(ids.slice(at, at + abreast).map((id) => this.one(id, action, write)))));
    const done = results.filter((result) => result.done).length;
    return { done, refused: results.length - done, results };
  }

  private async one(id: string, action: Request['action'], { actor, key, route, requestHash }: Write): Promise<Result> {
    try {
      await this.ledger.withIdempotency({ key: `${key}/${id}`, actor, route, requestHash }, async (within): Promise<Json> => {
        await this.act(id, action, actor, within);
        return { done: true };
      });
      return { id, done: true, code: null, sentence: null };
    } catch (error) {
      return { id, done: false, ...whyNot(error) };
    }
  }

  private async act(id: string, action: Request['action'], actor: Write['actor'], within: Transaction): Promise<void> {
    switch (action.kind) {
      case 'assign-owner':
        await this.pathways.assignOwner(id, { role: action.role, person: personMeant(action.person), occurredOn: await this.ledger.today(within) }, actor, within);
        return;
      case 'ask-for-appointment':
        await this.ledger.requestAppointment(id, { kind: action.appointment, beforeOn: action.beforeOn }, actor, within);
        return;
      case 'remind': {
        const result = await this.ledger.remindNow(id, actor, within);
        if (result.outcome === 'refused') throw new ApiProblem('refused', result.sentence, { code: result.code });
      }
    }
  }
}

/** What a person can act on; anything else is ours, and ends the whole: what was done stays done, and the key finds it. */
function whyNot(error: unknown): Pick<Result, 'code' | 'sentence'> {
  if (error instanceof ApiProblem) return { code: error.parts.code ?? error.kind, sentence: error.parts.errors?.[0]?.sentence ?? error.detail };
  if (error instanceof LedgerError && !error.retryable && error.code !== 'setup' && error.code !== 'idempotency-conflict') return { code: error.code, sentence: error.message };
  throw error;
}
