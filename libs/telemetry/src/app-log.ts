import { pino, type Logger, type LoggerOptions } from 'pino';
import { errorFacts } from './error-facts.js';

/** The log of this process, as JSON lines on standard output. Nothing about a person is ever given to it. */
export const appLog = (app: string, level: string): Logger => pino({ level, base: { app }, serializers: { err: errorFacts } } satisfies LoggerOptions);
