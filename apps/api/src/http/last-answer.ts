import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/**
 * Lets a connection go with its last answer once the server takes no more: one that was busy when the server closed is otherwise kept open, and
 * the process with it, for as long as a client may ask again on it.
 */
export function lastAnswer(server: Server) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    // Only after `finish` does the server know that the connection has nothing more to do.
    response.once('finish', () => void setImmediate(() => server.listening || server.closeIdleConnections()));
    next();
  };
}
