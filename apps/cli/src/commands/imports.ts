import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import type { ShowRunsOptions } from '../history-runs/show-runs.js';

/** `forlop imports`. */
export function registerImports(program: Command, context: Context): void {
  const command = program
    .command('imports')
    .helpGroup(groups.check)
    .summary('vis hvem som har tatt inn historikk, og satt den i gang')
    .description(
      'Viser hver gang noen har tatt inn et uttrekk eller satt historiske forløp i gang: hvem, når, fra hvilken fil (SHA-256), med hvilken kartlegging og hva det ble til. ' +
        'Radene legges til og endres aldri. En kjøring som ikke er avsluttet, pågår ennå, eller prosessen ble drept; det den rakk, står i forløpene.',
    )
    .option('--limit <n>', 'så mange, de siste først', '20')
    .option('--json', 'svar som JSON, med hele SHA-256')
    .action(async (options: ShowRunsOptions) => {
      const { showRuns } = await import('../history-runs/show-runs.js');
      await showRuns(options, context);
    });
  withExamples(command, { line: 'imports --limit 5', does: 'viser de fem siste' });
}
