import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import { groups, withExamples } from '../help.js';

/** `forlop up`; `npm start` installs and builds, and then runs this. */
export function registerUp(program: Command, context: Context): void {
  const up = program
    .command('up')
    .helpGroup(groups.run)
    .summary('start hele systemet på denne maskinen')
    .description(
      'Starter PostgreSQL og Temporal (eller bruker DATABASE_URL og TEMPORAL_ADDRESS), oppdaterer databasen, og starter api, worker og courier. ' +
        'Kjører til du stopper den med Ctrl-C. Tilstanden ligger i .forlop/ og er der neste gang. «npm start» gjør det samme, og installerer og bygger først.',
    )
    .option('--demo', 'last også det syntetiske sykehuset (som «forlop demo»)')
    .action(async (options: { demo?: true }) => {
      const { upCommand } = await import('../up.js');
      context.exitCode = (await upCommand(options)) as ExitCode;
    });
  withExamples(up, { line: 'up', does: 'starter alt og sier hvor du finner det' }, { line: 'up --demo', does: 'laster 200 oppdiktede pasienter i tillegg' });
}
