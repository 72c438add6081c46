import type { Actor } from './actor.js';
import type { Json } from '@forlop/pathway';

/** Names a request by whoever sent it. */
export interface IdempotencyRequest {
  /** The Idempotency-Key header; counted per actor. */
  readonly key: string;
  readonly actor: Actor;
  /** Method and path pattern, e.g. `POST /pathways/:id/commands`. */
  readonly route: string;
  /** Hash of the request's body and path; compared only, and stored as a keyed hash. */
  readonly requestHash: string;
}

export interface IdempotentAnswer<T extends Json> {
  readonly answer: T;
  /** True: this is the first answer again, and nothing was done now. */
  readonly replayed: boolean;
}
