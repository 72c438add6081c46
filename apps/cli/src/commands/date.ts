import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import { groups, withExamples } from '../help.js';

/** `forlop date add`. */
export function registerDate(program: Command, context: Context): void {
  const date = program
    .command('date')
    .helpGroup(groups.reckon)
    .summary('regn ut en frist for hånd')
    .description('Regner med datoer i norsk tid slik fristene gjør det.');
  const add = date
    .command('add')
    .summary('datoen et antall virkedager, dager eller uker etter en annen')
    .description(
      'Skriver datoen som ligger et antall virkedager, dager eller uker etter (eller, med minus, før) en annen, og hver dag som ikke er talt med og hvorfor. ' +
        'Virkedager telles fra neste dag; uker er kalendertid og flyttes ikke av helligdager.',
    )
    .argument('<date>', 'datoen det telles fra, ÅÅÅÅ-MM-DD')
    .argument('<n>', 'antallet, for eksempel 10 eller -3')
    .addOption(new Option('--unit <unit>', 'det som telles: virkedag, dag eller uke').makeOptionMandatory())
    .option('--calendar <id[@version]>', 'kalenderen virkedager telles i (ellers: norge)')
    .option('--json', 'svar som JSON')
    .action(async (from: string, n: string, options: { unit: string; calendar?: string; json?: true }) => {
      const { runDateAdd } = await import('../date.js');
      const { text, exitCode } = runDateAdd({ date: from, n, ...options });
      if (exitCode === 0 || options.json) context.io.out(text);
      else context.io.note(text);
      context.exitCode = exitCode as ExitCode;
    });
  withExamples(add, { line: 'date add 2026-03-20 10 --unit virkedag', does: 'fristen for å vurdere en henvisning mottatt 20. mars 2026' });
}
