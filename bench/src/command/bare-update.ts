import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { peerReady } from '../system/peer.js';
import { bareQueue } from './bare-update-contract.js';

/** The worker of the Update that a command is compared with. */
Runtime.install({ logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS! });
const worker = await Worker.create({
  connection,
  namespace: process.env.TEMPORAL_NAMESPACE!,
  taskQueue: bareQueue,
  workflowsPath: fileURLToPath(new URL('./bare-update-workflow.js', import.meta.url)),
});
const running = worker.run();
peerReady();
await running;
