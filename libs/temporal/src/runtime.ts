import { Runtime, type Logger, type LogLevel } from '@temporalio/worker';
import type { Log } from './log.js';

/**
 * Sets up the SDK once for the process, before the first worker: its log goes through ours, and signals are the
 * app's own affair, so that everything ends in one order.
 */
export function installRuntime(log: Log): void {
  Runtime.install({
    logger: through(log),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
}

function through(log: Log): Logger {
  const write = (level: LogLevel, message: string, meta: object = {}) => {
    const facts = { sdk: true, ...safeFacts(meta) };
    if (level === 'ERROR') log.error(facts, message);
    else if (level === 'WARN') log.warn(facts, message);
    else log.debug(facts, message);
  };
  return {
    log: write,
    trace: (message, meta) => write('TRACE', message, meta),
    debug: (message, meta) => write('DEBUG', message, meta),
    info: (message, meta) => write('INFO', message, meta),
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}

const kept = ['workflowId', 'runId', 'workflowType', 'activityType', 'activityId', 'attempt', 'taskQueue', 'namespace'] as const;

/**
 * Ids and types only: an error's text may quote data, its name does not. What the SDK's core passes on from the server is
 * kept whole: it speaks of the protocol, and payloads are encrypted before they come there.
 */
function safeFacts(meta: object): object {
  const facts = meta as Record<string, unknown>;
  const error = facts['error'];
  return {
    ...Object.fromEntries(kept.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]])),
    ...(error instanceof Error ? { error: error.name } : {}),
    ...(facts['sdkComponent'] === 'core' && typeof error === 'string' ? { error } : {}),
  };
}
