import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import { errorFacts, type Logger } from '@forlop/telemetry';
import { pinoHttp, type HttpLogger } from 'pino-http';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The sender's own correlation id where it is a UUID, else a new one. Anything else is not taken over: it ends up in the
 * log, and could be a person's number.
 */
function correlationId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-correlation-id'];
  const id = typeof given === 'string' && uuidPattern.test(given) ? given.toLowerCase() : randomUUID();
  response.setHeader('X-Correlation-Id', id);
  return id;
}

/**
 * One line for each answered request, without personal data: the route's pattern and not the address, which may hold
 * anything, and never a body, a query or a header.
 */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: correlationId,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'correlationId', responseTime: 'milliseconds' },
    autoLogging: { ignore: (request) => request.url?.startsWith('/health/') === true },
    customLogLevel: (_, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
    customSuccessObject: (request, response, { milliseconds }) => ({ ...requestFacts(request as Request, response), milliseconds }),
    customErrorObject: (request, response, error, { milliseconds }) => ({ ...requestFacts(request as Request, response), milliseconds, error: errorFacts(error) }),
  });
}

function requestFacts(request: Request, response: ServerResponse): object {
  const { id } = request.params ?? {};
  const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return {
    method: request.method,
    route: typeof route === 'string' ? route : null,
    ...(typeof id === 'string' && uuidPattern.test(id) ? { pathwayId: id } : {}),
    status: response.statusCode,
  };
}
