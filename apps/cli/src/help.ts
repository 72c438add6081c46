import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { exitCodes } from './exit-codes.js';

/** What commander writes in English, in bokmål. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
};

/** Groups of the overview, in its order. */
export const groups = {
  run: 'Kjøre systemet:',
  take: 'Ta imot:',
  reckon: 'Regne og prøve:',
  check: 'Kontrollere:',
} as const;

const examples = new WeakMap<Command, readonly Example[]>();

/** A command line, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** Shows the examples under the command's own help, and the first of them in the overview. */
export function withExamples(command: Command, ...given: readonly [Example, ...Example[]]): Command {
  examples.set(command, given);
  const lines = given.flatMap(({ line, does }) => [`  $ npx forlop ${line}`, `      ${does}`]);
  return command.addHelpText('after', ['', given.length === 1 ? 'Eksempel:' : 'Eksempler:', ...lines].join('\n'));
}

/** The first example of a command, or of the first subcommand that has one. */
function firstExample(command: Command): string | undefined {
  return examples.get(command)?.[0]?.line ?? command.commands.map(firstExample).find((line) => line !== undefined);
}

/** Help in bokmål; the overview has an example for each command. */
export const bokmalHelp: HelpConfiguration = {
  sortSubcommands: false,
  styleTitle: (title) => headings[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[valg]').replace('[command]', '[kommando]'),
  subcommandTerm: (command) => `${command.name()} ${command.registeredArguments.map((a) => placeholder(a)).join(' ')}`.trim(),
  subcommandDescription: (command) => {
    const example = firstExample(command);
    return [command.summary() || command.description(), ...(example === undefined ? [] : [`$ npx forlop ${example}`])].join('\n');
  },
  optionDescription: (option) => [option.description, ...optionFacts(option)].join(' '),
  argumentDescription: (argument) => argument.description,
};

function placeholder(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionFacts(option: Option): string[] {
  const facts = [
    ...(option.argChoices === undefined ? [] : [`en av: ${option.argChoices.join(', ')}`]),
    ...(typeof option.defaultValue === 'string' ? [`ellers: ${option.defaultValueDescription ?? option.defaultValue}`] : []),
  ];
  return facts.length === 0 ? [] : [`(${facts.join('; ')})`];
}

/** The end of `forlop --help`. */
export const overviewEnd = [
  '',
  'Avslutningskoder:',
  `  ${exitCodes.ok}   i orden`,
  `  ${exitCodes.found}   noe ble funnet eller avvist: avvik, linjer som ikke ble tatt imot, en forventning som ikke holdt`,
  `  ${exitCodes.wrongUse}   feil bruk: kommandolinjen eller en fil er ikke riktig, og ingenting er gjort`,
  `  ${exitCodes.noServer}   en server (PostgreSQL, Temporal) svarer ikke eller kan ikke brukes`,
  `  ${exitCodes.internal}  feil i Forløp selv`,
  `  ${exitCodes.interrupted} avbrutt med Ctrl-C`,
  '',
  'Miljøvariabler:',
  '  DATABASE_URL, FORLOP_MASTER_KEY, FORLOP_SEARCH_KEY   databasen og nøklene; ellers brukes installasjonen i .forlop/',
  '  FORLOP_DEBUG=1   viser hvor i koden en feil oppstod',
  '',
  '«npx forlop <kommando> --help» forklarer hver kommando. Mer står i docs/cli.md.',
].join('\n');
