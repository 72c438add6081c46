import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

/** Where Temporal is, and how payloads are encrypted. */
export interface TemporalAddress {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
}

/** A client, and what closes its connection. */
export interface ConnectedClient {
  readonly client: Client;
  /** Whether the server answers within half a second. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

const patienceMs = 500;

/** A client that connects when it is first used and again after an outage: Temporal being away stops nobody from starting. */
export function temporalClient({ address, namespace, dataConverter }: TemporalAddress): ConnectedClient {
  const connection = Connection.lazy({ address });
  return {
    client: new Client({ connection, namespace, dataConverter }),
    isUp: () => connection.withDeadline(Date.now() + patienceMs, () => connection.workflowService.getSystemInfo({})).then(() => true, () => false),
    close: () => connection.close(),
  };
}
