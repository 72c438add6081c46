import type { CodecRequest } from '@forlop/crypto';
import type { Request } from 'express';

const asked = ['origin', 'content-type', 'x-namespace'] as const;

/** A request as the codec server reads it, which has no framework. */
export const codecRequestOf = (request: Request, body: string): CodecRequest => ({
  method: request.method,
  path: request.path,
  headers: Object.fromEntries(asked.map((name) => [name, request.get(name)])),
  body,
});
