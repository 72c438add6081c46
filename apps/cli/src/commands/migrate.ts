import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

/** `forlop migrate`. */
export function registerMigrate(program: Command, context: Context): void {
  const migrate = program
    .command('migrate')
    .helpGroup(groups.run)
    .summary('opprett eller oppdater tabellene i databasen')
    .description(
      'Venter til databasen i DATABASE_URL svarer, og bringer tabellene til denne versjonen. Det som alt er gjort, gjøres ikke igjen. Er listene skrevet av en eldre utgave, lages de på nytt. ' +
        'Mangler brukeren rettigheter, står det hva databasens eier må kjøre.',
    )
    .option('--wait <seconds>', 'så lenge det ventes på databasen', '60')
    .option('--no-rebuild', 'la listene stå som en eldre utgave skrev dem')
    .option('--json', 'svar som JSON')
    .action(async (options: { wait: string; rebuild: boolean; json?: true }) => {
      const { runMigrate } = await import('../check/migrate.js');
      await runMigrate(options, context);
    });
  withExamples(migrate, { line: 'migrate', does: 'gjør databasen klar; trygt å kjøre så ofte du vil' });
}
