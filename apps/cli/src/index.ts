export { exitCodes, type ExitCode } from './exit-codes.js';
export type { Io } from './io.js';
export { runForlop } from './program.js';
