import { createHash } from 'node:crypto';
import { createParamDecorator, Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Actor, Ledger, Transaction } from '@forlop/ledger';
import { canonicalJson, type Json } from '@forlop/pathway';
import type { Response } from 'express';
import { logWrite } from '../access/request-scope.js';
import { LEDGER } from '../tokens.js';
import { ApiProblem } from './api-problem.js';
import type { ApiRequest } from './request.js';

/** What a write answers. It is kept with its key, so that a repetition gets the very same. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly location?: string;
}

/** A request that writes, and who stands behind it. */
export interface Write {
  readonly actor: Actor;
  /** Null only where a write may come without (the FHIR door). */
  readonly key: string | null;
  readonly route: string;
  readonly requestHash: string;
  readonly response: Response;
}

/** Visible ASCII; the quotes that the IETF's draft asks for are optional. */
const keyPattern = /^"?([\x21\x23-\x7e]{1,200})"?$/;

function keyOf(request: ApiRequest): string | null {
  const given = request.get('Idempotency-Key');
  if (given === undefined) return null;
  const key = keyPattern.exec(given)?.[1];
  if (key === undefined) throw new ApiProblem('idempotency-key', 'Idempotency-Key må ha 1 til 200 synlige tegn uten mellomrom. En UUID passer godt.', { code: 'idempotency-key-invalid' });
  return key;
}

function writeOf(context: ExecutionContext): Write {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { path, method } = request;
  const body = request.body as unknown;
  const hashed = canonicalJson({ path, body: Buffer.isBuffer(body) ? body.toString('base64') : ((body ?? null) as Json) });
  return {
    actor: request.actor,
    key: keyOf(request),
    route: `${method} ${String((request.route as { path: unknown }).path)}`,
    requestHash: createHash('sha256').update(hashed).digest('hex'),
    response: context.switchToHttp().getResponse<Response>(),
  };
}

/** A request that writes and must name its Idempotency-Key, so that a repetition never does it twice. */
export const Writing = createParamDecorator((_: unknown, context: ExecutionContext): Write => {
  const write = writeOf(context);
  if (write.key !== null) return write;
  throw new ApiProblem('idempotency-key', 'Oppgi Idempotency-Key, en ny UUID for hver handling. Da blir ingenting gjort to ganger om forespørselen sendes på nytt.', { code: 'idempotency-key-missing' });
});

/** Who stands behind a request that changes nothing. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<ApiRequest>().actor);

/** A request that writes, with or without a key. */
export const WritingWithOptionalKey = createParamDecorator((_: unknown, context: ExecutionContext): Write => writeOf(context));

/** Does each write once for its key, in one transaction with what it records and with its entry in the access log. */
@Injectable()
export class Writes {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /**
   * Does `work` unless the key has its answer already, and sets status and headers. What `work` throws undoes everything
   * and is not remembered: a refused request may be tried again with its key.
   */
  async once(write: Write, work: (transaction: Transaction | undefined) => Promise<Answer>): Promise<object> {
    const { key, actor, route, requestHash, response } = write;
    if (key === null) return respond(response, await work(undefined));
    const { answer, replayed } = await this.ledger.withIdempotency({ key, actor, route, requestHash }, async (transaction) => {
      const answer = await work(transaction);
      await logWrite(transaction, answer.body);
      return asJson(answer);
    });
    if (replayed) response.set('Idempotency-Replayed', 'true');
    return respond(response, answer as unknown as Answer);
  }
}

function respond(response: Response, { status, location, body }: Answer): object {
  response.status(status);
  if (location !== undefined) response.set('Location', location);
  return body;
}

/** Answers are plain data; an interface only lacks the index signature that `Json` has. */
const asJson = (answer: Answer): Json => answer as unknown as Json;
