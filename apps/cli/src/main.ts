import { processIo } from './io.js';
import { runForlop } from './program.js';

const exitCode = await runForlop(process.argv.slice(2), processIo());
// Ends also when a library has left something open; by then all that was written has been handed over.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))));
process.exit(exitCode);
