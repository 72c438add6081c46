import type { Actor } from '@forlop/ledger';
import type { Request } from 'express';

/** A request as the API's own middleware leaves it. */
export interface ApiRequest extends Request {
  /** The correlation id. */
  id: string;
  /** Who asks; set by the guard before a controller is reached. */
  actor: Actor;
}

declare module 'http' {
  interface ServerResponse {
    /** What pino-http logs of a failed request. */
    err?: Error | undefined;
  }
}
