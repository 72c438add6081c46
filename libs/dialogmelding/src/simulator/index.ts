export { startEdiSimulator, type EdiSimulator, type EdiSimulatorOptions } from './simulator.js';
export type { Behaviour, Settings } from './behaviour.js';
export type { Incoming } from './control-api.js';
export type { KeptMessage } from './mailboxes.js';
export { writeLetter, type Letter } from './write-letter.js';
export { writeAppRec, type AppRecToWrite } from './write-app-rec.js';
