import type { NextFunction, Request, Response } from 'express';
import { CODEC_ENDPOINT } from '../tokens.js';
import { ApiProblem } from '../http/api-problem.js';
import type { Codec } from './codec.controller.js';
import { codecRequestOf } from './codec-request.js';

/**
 * Tells browsers that Temporal's UI may read what the codec answers, also when it refuses, and that no other page may. A preflight brings no
 * log-in, so it is answered here; a foreign page is turned away before anybody is looked up.
 */
export function answerTemporalUi(codec: Codec | undefined) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (codec === undefined || !request.path.startsWith(`/${CODEC_ENDPOINT}/`)) return next();
    const preflight = await codec({ ...codecRequestOf(request, ''), method: 'OPTIONS' });
    response.set(preflight.headers);
    if (request.method === 'OPTIONS') {
      response.status(preflight.status).end(preflight.body);
      return;
    }
    const isForeign = preflight.status === 403;
    next(isForeign ? new ApiProblem('forbidden', 'Bare Temporals eget brukergrensesnitt kan be om dette i en nettleser.', { code: 'foreign-origin' }) : undefined);
  };
}
