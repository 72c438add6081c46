import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import type { EvaluateOptions } from '../evaluate/run-evaluate.js';

/** `forlop evaluate`. */
export function registerEvaluate(program: Command, context: Context): void {
  const evaluate = program
    .command('evaluate')
    .helpGroup(groups.reckon)
    .summary('hva gjelder for en pasient en bestemt dag, regnet ut uten server')
    .description(
      'Leser hendelser, én JSON på hver linje, og viser steg, klokker, frister, neste steg, avvik og alarmer slik de er en bestemt dag. ' +
        'Bare reglene brukes: ingen database, ingen server. Hver linje har minst type og occurredOn (se docs/events.md); ' +
        'id, position, recordedAt og kind fylles inn der de mangler (se docs/cli.md), og den første hendelsen, forlopOpprettet, lages når den ikke er med.',
    )
    .addOption(new Option('--definition <id[@version]>', 'forløpet; uten versjon den nyeste').makeOptionMandatory())
    .addOption(new Option('--events <file>', 'filen med hendelser; «-» er standard inn').makeOptionMandatory())
    .addOption(new Option('--at <date>', 'dagen det spørres om, ÅÅÅÅ-MM-DD').makeOptionMandatory())
    .option('--known-at <position>', 'bare det som var registrert til og med denne posisjonen')
    .option('--birth-date <date>', 'pasientens fødselsdato; uten den regnes pasienten som voksen')
    .option('--parameter <name=value>', 'valg i definisjonen; kan gis flere ganger', collect, [])
    .option('--calendar <id[@version]>', 'en annen kalender enn definisjonens')
    .option('--explain <clock>', 'forklar én frist, for eksempel FRIST-VURDERING#1')
    .option('--json', 'svar som JSON')
    .action(async (options: EvaluateOptions) => {
      const { runEvaluate } = await import('../evaluate/run-evaluate.js');
      await runEvaluate(options, context);
    });
  withExamples(
    evaluate,
    { line: 'evaluate --definition langvarig-utmattelse --events pasient.ndjson --at 2026-06-13', does: 'hva som gjelder 13. juni 2026' },
    { line: 'evaluate --definition langvarig-utmattelse --events pasient.ndjson --at 2026-06-13 --explain FRIST-INDIVIDUELL#1', does: 'hvorfor fristen er den datoen den er' },
  );
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];
