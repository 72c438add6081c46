// A thread that does what it is told, to try the sharing out of work on.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', ({ n, item }) => {
  if (item === 'fault') parentPort.postMessage({ n, fault: 'det gikk ikke' });
  else if (item === 'die') process.exit(3);
  else if (item === 'throw') throw new Error('uventet');
  else if (item === 'hang') for (;;);
  else parentPort.postMessage({ n, result: `${workerData}${item}` });
});
