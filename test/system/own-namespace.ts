import { randomUUID } from 'node:crypto';
import { forlopSearchAttributes, startTemporalDev, type RunningTemporal } from '@forlop/servers';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { until } from './until.js';

const dayInMs = 86_400_000;

/**
 * A Temporal for one system alone: a namespace of its own on the server of `npm test`, since the apps' task queues have
 * fixed names; without such a server, one of its own.
 */
export async function ownTemporal(address = process.env['FORLOP_TEST_TEMPORAL_ADDRESS']): Promise<RunningTemporal> {
  if (!address) return startTemporalDev({ uiPort: false, externalAddress: undefined, searchAttributes: forlopSearchAttributes });
  const namespace = `system-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(dayInMs) });
  } finally {
    await connection.close();
  }
  // The server's parts learn of a new namespace one after the other.
  return until('the namespace can be used', () => startTemporalDev({ externalAddress: address, namespace, searchAttributes: forlopSearchAttributes }));
}
