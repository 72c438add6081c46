import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import type { ImportExtractOptions } from '../import-extract/run-import-extract.js';

/** `forlop import-extract`. */
export function registerImportExtract(program: Command, context: Context): void {
  const command = program
    .command('import-extract')
    .helpGroup(groups.take)
    .summary('ta inn historikk fra et uttrekk (CSV, XLSX)')
    .description(
      'Leser et uttrekk fra sykehusets eget system: henvisninger, vurderinger, kontakter, utsettelser og sluttkoder, linje for linje etter en lagret kartlegging. ' +
        'Henvisningene blir forløp med bare historikk: de kan telles og prøves mot andre regler, ingen arbeidsflyt starter, og ingen blir minnet på noe. ' +
        'Det som ikke kan brukes, avvises med linje, kolonne, grunn og hva som må gjøres; resten tas inn. Det samme uttrekket en gang til endrer ingenting.',
    )
    .argument('<file>', 'uttrekket; .xlsx leses som arbeidsbok, alt annet som CSV')
    .requiredOption('--mapping <file>', 'kartleggingen: hvilke kolonner som er hva (YAML eller JSON)')
    .option('--check', 'les og si fra, men ta ikke inn noe; trenger ingen server')
    .option('--report <file>', 'skriv alt som ble avvist, til en CSV-fil')
    .option('--workers <n>', 'så mange deler som leses og skrives samtidig', '2')
    .option('--json', 'svar som JSON: en linje for alt som ble avvist, og en oppsummering til slutt')
    .action(async (file: string, options: ImportExtractOptions) => {
      const { runImportExtract } = await import('../import-extract/run-import-extract.js');
      await runImportExtract(file, options, context);
    });
  withExamples(
    command,
    { line: 'import-extract --check uttrekk.csv --mapping uttrekk.yaml', does: 'sier hva som er galt i filen, uten å ta inn noe' },
    { line: 'import-extract uttrekk.csv --mapping uttrekk.yaml --report avvist.csv', does: 'tar inn det som er riktig, og skriver resten til avvist.csv' },
  );
}
