export { loadPeople } from './demo/people.js';
export { exitCodes, type ExitCode } from './exit-codes.js';
export type { Io } from './io.js';
export { runForlop } from './program.js';
export { rehearse, type Rehearsed } from './rehearse/rehearsal.js';
export { setStage, type Stage } from './rehearse/stage.js';
