import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the simulator answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cut the connection instead of answering. */
  readonly cut?: boolean;
}

/** Validation failed ("Model validation error occurred", errorCode 1000). */
const MODEL_VALIDATION = 1000;

/** An error as the API describes it. */
export function errorMessage(status: number, error: string, validationErrors: readonly string[] | null = null, headers: Record<string, string> = {}): Answer {
  const errorCode = validationErrors === null ? 0 : MODEL_VALIDATION;
  return { status, body: { error, errorCode, validationErrors, stackTrace: null, requestId: randomUUID() }, headers };
}

export function invalid(...validationErrors: readonly string[]): Answer {
  return errorMessage(400, 'Model validation error occurred', validationErrors);
}

export const notFound = (): Answer => errorMessage(404, 'Could not find database document');

export function notAuthorisedFor(herIds: readonly string[]): Answer {
  return errorMessage(403, `Not authorized for HerId(s): ${herIds.join(', ')}`);
}

/** The limit of a request, from the API's description. */
const MAX_REQUEST_BYTES = 35 * 1024 * 1024;

/** The JSON of a request; undefined if there is none, it is no JSON or it is too large. */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  if (size === 0 || size > MAX_REQUEST_BYTES) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
