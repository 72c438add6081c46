import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { GoLiveOptions } from '../go-live/run-go-live.js';
import { groups, withExamples } from '../help.js';

/** `forlop go-live`. */
export function registerGoLive(program: Command, context: Context): void {
  const command = program
    .command('go-live')
    .helpGroup(groups.take)
    .summary('sett historiske forløp i gang')
    .description(
      'Setter forløp som bare har vært historikk, i gang: fra i dag følges de, og de som eier en frist, blir minnet på den. ' +
        'Det som er passert, blir registrert slik at listene viser det, men ingenting sendes for det. Et forløp som er avsluttet, settes ikke i gang.',
    )
    .argument('<pathway...>', 'id-ene til forløpene; «-» leser dem fra standard inn, én på hver linje')
    .requiredOption('--reason <text>', 'hvorfor de settes i gang; lagres i hvert forløp')
    .option('--json', 'svar som JSON, en linje for hvert forløp')
    .action(async (pathways: string[], options: GoLiveOptions) => {
      const { runGoLive } = await import('../go-live/run-go-live.js');
      await runGoLive(pathways, options, context);
    });
  withExamples(command, { line: 'go-live 0199f6c0-8d2e-7aaa-9c3b-5f0e7b1d2c4a --reason "Overtatt fra journalen 1. mars"', does: 'setter ett forløp i gang fra i dag' });
}
