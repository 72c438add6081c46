import { Option, type Command } from 'commander';
import type { NprOptions } from '../audit/run-npr.js';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

/** `forlop npr`. */
export function registerNpr(program: Command, context: Context): void {
  const command = program
    .command('npr')
    .helpGroup(groups.check)
    .summary('skriv henvisninger som rader med de offisielle kodene, til kontroll mot det som meldes til NPR')
    .description(
      'Skriver hver henvisning som ble mottatt i perioden, med utsettelser og kontakter, i de offisielle kodene (9148, 8432, 8445, 8446). Pasient og henvisning er pseudonymer. ' +
        'Det som ikke er registrert eller ikke har noen kode, fylles ikke ut, men står som merknad.',
    )
    .requiredOption('--from <dato>', 'første dag henvisningen ble mottatt')
    .requiredOption('--to <dato>', 'siste dag henvisningen ble mottatt')
    .option('--as-of <dato>', 'det som skjedde etter denne dagen, er ikke med; uten verdi: i dag')
    .option('--known-on <dato>', 'bare det som var registrert da den dagen var slutt, sett fra samme dag om --as-of ikke sier noe annet')
    .option('--known-at <plass>', 'bare det som var registrert til og med denne plassen i journalen')
    .option('--org <id>', 'bare denne virksomheten, med alt under')
    .option('--definition <id>', 'bare denne definisjonen')
    .addOption(new Option('--format <slag>', 'csv eller xlsx (med kodeverkene i et eget ark)').choices(['csv', 'xlsx']).default('csv'))
    .requiredOption('--out <fil>', 'en ny fil')
    .action(async (options: NprOptions) => {
      const { runNpr } = await import('../audit/run-npr.js');
      await runNpr(options, context);
    });
  withExamples(command, { line: 'npr --from 2026-01-01 --to 2026-04-30 --format xlsx --out npr.xlsx', does: 'skriver første tertials henvisninger' });
}
