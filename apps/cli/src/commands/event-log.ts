import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import type { EventLogOptions } from '../audit/run-event-log.js';
import { groups, withExamples } from '../help.js';

/** `forlop event-log`. */
export function registerEventLog(program: Command, context: Context): void {
  const command = program
    .command('event-log')
    .helpGroup(groups.check)
    .summary('skriv hva som skjedde i forløpene, for verktøy som leter etter mønstre i prosesser')
    .description(
      'Skriver hvert forløp som ble mottatt i perioden, ved et pseudonym som ikke kan regnes tilbake, med hva som ble registrert og hvilke frister som ble møtt eller brutt. ' +
        'Ingen navn, fødselsdatoer, tekster eller ansatte er med.',
    )
    .requiredOption('--from <dato>', 'første dag pasienten ble mottatt')
    .requiredOption('--to <dato>', 'siste dag pasienten ble mottatt')
    .option('--as-of <dato>', 'dagen fristene bedømmes på; uten verdi: i dag')
    .option('--org <id>', 'bare denne virksomheten, med alt under')
    .option('--definition <id>', 'bare denne definisjonen')
    .addOption(new Option('--format <slag>', 'xes: IEEE 1849-2016; ocel: OCEL 2.0 som JSON').choices(['xes', 'ocel']).default('xes'))
    .requiredOption('--out <fil>', 'en ny fil')
    .action(async (options: EventLogOptions) => {
      const { runEventLog } = await import('../audit/run-event-log.js');
      await runEventLog(options, context);
    });
  withExamples(command, { line: 'event-log --from 2026-01-01 --to 2026-12-31 --out hendelser.xes', does: 'skriver årets forløp, så for eksempel PM4Py kan åpne dem' });
}
