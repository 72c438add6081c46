import type { Command } from 'commander';
import type { Context } from '../context.js';

/** `forlop people`: what `forlop up` runs for the demo users. Nobody else needs it, so the overview does not show it. */
export function registerPeople(program: Command, context: Context): void {
  program
    .command('people', { hidden: true })
    .description('Registrerer de oppdiktede virksomhetene og gir demobrukerne rollene sine. Det som er der fra før, også det som er trukket tilbake, blir stående.')
    .action(async () => {
      const { runPeople } = await import('../demo/people.js');
      await runPeople(context);
    });
}
