import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

/** `forlop token`. */
export function registerToken(program: Command, context: Context): void {
  const token = program
    .command('token')
    .helpGroup(groups.run)
    .summary('skriv ut et token for en demobruker, til bruk med curl')
    .description(
      'Logger inn som en oppdiktet bruker hos demoinnloggingen til et system som kjører, og skriver ut et access token. Det gjelder i ti minutter. ' +
        'Brukerne er koordinator, behandler, fastlege, lms, kommune, revisor, fagrad, brukerrepresentant, administrator, nabokoordinator (et annet sykehus) og system.',
    )
    .argument('<user>', 'hvem du vil være')
    .action(async (user: string) => {
      const { runToken } = await import('../demo/token.js');
      await runToken(user, context);
    });
  withExamples(token, { line: 'token koordinator', does: 'skriver et token; bruk det slik: curl -H "Authorization: Bearer $(npx forlop token koordinator)" …' });
}
