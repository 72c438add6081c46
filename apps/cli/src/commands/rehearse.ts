import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import type { RehearseOptions } from '../rehearse/run-rehearse.js';

/** `forlop rehearse`. */
export function registerRehearse(program: Command, context: Context): void {
  const rehearse = program
    .command('rehearse')
    .helpGroup(groups.reckon)
    .summary('spill gjennom år av et forløp på sekunder, på ekte Temporal og PostgreSQL')
    .description(
      'Spiller et scenario (YAML eller JSON, se docs/scenarios.md) gjennom de samme arbeidsflytene og den samme journalen som i drift, på en Temporal-server der tiden hoppes over, og i en database som slettes etterpå. ' +
        'Viser i rekkefølge det som hendte, varslene, bruddene, pliktene som begynte og sluttet, og påminnelsene som ville blitt sendt. Ingenting sendes til noen. ' +
        'Stemmer ikke forventningene i scenariet, er avslutningskoden 1.',
    )
    .addOption(new Option('--scenario <file>', 'filen med scenariet').makeOptionMandatory())
    .option('--definition <id[@version]>', 'forløpet, når scenariet ikke sier det, eller et annet enn det sier')
    .option('--until <date>', 'dagen det spilles til; ellers scenariets egen')
    .option('--json', 'svar som JSON')
    .action(async (options: RehearseOptions) => {
      const { runRehearse } = await import('../rehearse/run-rehearse.js');
      await runRehearse(options, context);
    });
  withExamples(
    rehearse,
    { line: 'rehearse --scenario docs/scenarios/voksen.yaml', does: 'en voksen pasient fra henvisning til fornyet vurdering av diagnosen' },
    { line: 'rehearse --scenario docs/scenarios/barn-fyller-18.yaml --json', does: 'det samme som data' },
  );
}
