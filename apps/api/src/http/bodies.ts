import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { json, raw, urlencoded, type NextFunction, type Request, type Response } from 'express';
import { isAnswerPath } from '../answers/page.js';
import { backChannel } from '../access/mount-log-in.js';
import { isFhirPath } from '../fhir/problem-outcome.js';
import { CODEC_ENDPOINT } from '../tokens.js';
import { ApiProblem } from './api-problem.js';

/** The largest body that is read; a batch that is larger goes through `forlop import`. */
const limit = '1mb';
const jsonTypes = ['application/json', 'application/*+json'];

/** FHIR is handed on as bytes: what cannot be read may have been a referral, and is kept as it came (REF-7). */
const readFhir = raw({ type: jsonTypes, limit });

/** Pages send a form with one field. What mail programs send when they unsubscribe may be of another type, and says nothing more. */
const readForm = urlencoded({ extended: false, limit: '1kb', parameterLimit: 5 });

const notUtf8 = new WeakSet<IncomingMessage>();
const jsonUpTo = (most: string) => json({
  type: jsonTypes,
  limit: most,
  verify: (request, _, bytes) => {
    if (!isUtf8(bytes)) notUtf8.add(request);
  },
});
const readJson = jsonUpTo(limit);
/** A page of a workflow's history may hold more. */
const readPayloads = jsonUpTo('8mb');

/** Reads the body as the address wants it, and says so when it is something else than JSON in UTF-8. */
export function readBody(request: Request, response: Response, next: NextFunction): void {
  if (request.path === backChannel) return next();
  if (isAnswerPath(request.path)) return readForm(request, response, next);
  const fhir = isFhirPath(request.path);
  if (request.headers['content-length'] !== '0' && request.is(jsonTypes) === false) {
    next(new ApiProblem('unsupported-media-type', `Send innholdet som JSON (Content-Type: ${fhir ? 'application/fhir+json' : 'application/json'}).`));
    return;
  }
  const read = fhir ? readFhir : request.path.startsWith(`/${CODEC_ENDPOINT}/`) ? readPayloads : readJson;
  // Letters that were lost on the way would be recorded as they are: a name must never come in with a � in it.
  read(request, response, (error: unknown) => next(error ?? (notUtf8.has(request) ? new ApiProblem('unreadable-body', 'Innholdet er ikke gyldig UTF-8.') : undefined)));
}
