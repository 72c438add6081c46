import { Connection } from '@temporalio/client';

/** Asks whether Temporal answers. */
export interface TemporalProbe {
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

const patienceMs = 500;

/** Connects when it is first asked, and again after an outage: the API starts and works without Temporal. */
export function temporalProbe(address: string): TemporalProbe {
  const connection = Connection.lazy({ address, connectTimeout: patienceMs });
  return {
    isUp: () =>
      connection
        .withDeadline(Date.now() + patienceMs, () => connection.workflowService.getSystemInfo({}))
        .then(() => true, () => false),
    close: () => connection.close(),
  };
}
