import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { ForecastOptions } from '../forecast/run-forecast.js';
import { groups, withExamples } from '../help.js';

/** `forlop forecast`. */
export function registerForecast(program: Command, context: Context): void {
  const command = program
    .command('forecast')
    .helpGroup(groups.reckon)
    .summary('hvor mange frister som vil brytes de neste ukene, ved simulering')
    .description(
      'Simulerer ukene framover mange ganger for hver enhet: nye pasienter kommer som i ukene bakover, de som har time, kommer eller uteblir, ' +
        'og ledige plasser gis til den nærmeste fristen. Forutsetningene står i svaret (docs/what-if.md). Samme frø gir samme svar på samme grunnlag.',
    )
    .option('--weeks <n>', 'uker framover; ellers 8')
    .option('--weeks-back <n>', 'uker bakover som det bygger på; ellers 26')
    .option('--runs <n>', 'gjennomkjøringer; ellers 500')
    .option('--seed <text>', 'frø; ellers «forlop»')
    .option('--extra <n>', 'så mange flere første timer i uken ved hver enhet, for å prøve en plan; kan være under 0')
    .option('--clock <id>', 'bare denne fristen; ellers alle som en første time oppfyller')
    .option('--unit <name>', 'bare denne virksomheten og dem under den, ved navn eller id; kan gis flere ganger', (value: string, before: readonly string[]) => [...before, value], [])
    .option('--json', 'svar som JSON, med forutsetningene for hver enhet')
    .action(async (options: ForecastOptions) => {
      const { runForecast } = await import('../forecast/run-forecast.js');
      await runForecast(options, context);
    });
  withExamples(
    command,
    { line: 'forecast', does: 'de neste åtte ukene, alle enheter' },
    { line: 'forecast --extra 5 --clock FRIST-INDIVIDUELL', does: 'om hver enhet fikk fem flere første timer i uken' },
  );
}
