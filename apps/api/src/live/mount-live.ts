import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Authentication } from '../access/authentication.js';
import type { ApiRequest } from '../http/request.js';
import { EventStream } from './event-stream.js';
import { LiveHub } from './live-hub.js';

/** Where the stream is. */
export const LIVE = '/live';

/** How often it is looked whether the session still holds; a proxy that waits for less would cut the stream anyhow. */
const beatMs = 20_000;

/**
 * `GET /live`: says that something changed, to whoever is logged in and for as long as they are. It shows nothing of any patient, so it stands beside the
 * controllers as the log-in does.
 */
export function mountLive(app: NestExpressApplication, authentication: Authentication, everyMs = beatMs): void {
  const hub = app.get(LiveHub);
  app.getHttpAdapter().getInstance().get(LIVE, (request: Request, response: Response, next: NextFunction) => {
    const holds = () => authentication.identify(request as ApiRequest, withoutCookies);
    holds().then(() => {
      const stream = new EventStream(response);
      const stop = hub.add(stream);
      // Whoever is logged out, or whose log-in has lived its time, is cut off; the browser then asks anew and is refused.
      const timer = setInterval(() => holds().then(() => stream.beat(), () => stream.end()), everyMs);
      response.on('close', () => {
        clearInterval(timer);
        stop();
      });
    }).catch(next);
  });
}

/** To listen is not to be there: a stream must not keep a session alive that nobody uses, so it renews no cookie. */
const withoutCookies = { appendHeader: () => undefined } as unknown as Response;
