import type { CommandResult } from '../types/writing.js';

/** Work whose command was not done: nothing of it is kept. Holds the answer that the command gave. */
export class CommandNotDone extends Error {
  constructor(readonly result: Exclude<CommandResult, { readonly outcome: 'done' }>) {
    super(`The command was not done: ${result.outcome}.`);
    this.name = 'CommandNotDone';
  }
}
