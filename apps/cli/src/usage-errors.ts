import { CommanderError, type Command } from 'commander';
import { wrongUse, type Failure } from './failure.js';

/** Commander's own faults, in bokmål. `quoted` are the parts that it puts between quotation marks. */
const sentences: Readonly<Record<string, (quoted: readonly string[], error: CommanderError) => string>> = {
  'commander.unknownOption': ([option], error) => `Valget ${option} finnes ikke.${meant(error)}`,
  'commander.unknownCommand': ([command], error) => `Kommandoen «${command}» finnes ikke.${meant(error)}`,
  'commander.missingArgument': ([argument]) => `Argumentet <${argument}> mangler.`,
  'commander.optionMissingArgument': ([option]) => `Valget ${option} må ha en verdi etter seg.`,
  'commander.missingMandatoryOptionValue': ([option]) => `Valget ${option} må være med.`,
  'commander.excessArguments': () => 'Det er flere argumenter enn kommandoen tar imot.',
  'commander.invalidArgument': ([option, value], error) => `${option}: «${value}» kan ikke brukes. ${error.message.split('. ').slice(1).join('. ')}`.trim(),
};

/** Commander guesses what a misspelt name was meant to be. */
function meant({ message }: CommanderError): string {
  const guess = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  return guess === undefined ? '' : ` Mente du ${guess}?`;
}

/** The fault as a failure of ours, or undefined when commander only showed help. */
export function usageFailure(error: CommanderError, command: Command): Failure | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
  const sentence = sentences[error.code]?.(quoted, error) ?? error.message;
  return wrongUse(error.code.replace('commander.', ''), `${sentence}\nSe «npx forlop${nameOf(command)} --help».`);
}

/** ` date add` for the subcommand, nothing for the program itself. */
function nameOf(command: Command): string {
  return command.parent === null ? '' : `${nameOf(command.parent)} ${command.name()}`;
}
