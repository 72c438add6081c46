import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { errorFacts } from './error-facts.js';

/** Nest's own log lines, in the same form. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stackOrContext?: unknown): void {
    this.logger.error(message instanceof Error ? { error: errorFacts(message) } : { context: stackOrContext }, message instanceof Error ? 'Nest' : String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }
}
