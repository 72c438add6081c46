import { InvalidArgumentError, type Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

interface JsonOption {
  readonly json?: true;
}

/** `forlop erasures` and `forlop retention`. */
export function registerKeeping(program: Command, context: Context): void {
  const erasures = program
    .command('erasures')
    .helpGroup(groups.check)
    .summary('slettelisten: eksporter den, og spill den av etter en gjenoppretting')
    .description('Listen over slettede pasienter, som signert fil utenfor databasen. En kopi som gjenopprettes, kan ha dem med igjen; da slettes de på nytt.');
  const exporting = erasures
    .command('export')
    .argument('<file>', 'filen som skrives')
    .summary('skriv slettelisten til en signert fil')
    .description('Skriver slettelisten til en fil, signert med FORLOP_ROOT_KEY. Ta vare på den et annet sted enn databasen.')
    .option('--json', 'svar som JSON')
    .action(async (file: string, options: JsonOption) => {
      const { runExportErasures } = await import('../keeping/run-erasures.js');
      await runExportErasures(file, options, context);
    });
  withExamples(exporting, { line: 'erasures export slettet.ndjson', does: 'skriver alle slettinger til filen' });
  const replaying = erasures
    .command('replay')
    .argument('<file>', 'filen fra «erasures export»')
    .summary('slett på nytt dem som en gjenopprettet kopi har med igjen')
    .description(
      'Kontrollerer hele filen, og sletter på nytt alle på listen. Trygt å kjøre flere ganger. Før dette er gjort, sender en gjenopprettet database ingenting til noen. ' +
        'Signaturene kontrolleres med FORLOP_ROOT_PUBLIC_KEYS eller FORLOP_ROOT_KEY.',
    )
    .option('--json', 'svar som JSON')
    .action(async (file: string, options: JsonOption) => {
      const { runReplayErasures } = await import('../keeping/run-erasures.js');
      await runReplayErasures(file, options, context);
    });
  withExamples(replaying, { line: 'erasures replay .forlop/proofs/erasures.ndjson', does: 'etter hver gjenoppretting, før noe annet' });

  const retention = program
    .command('retention')
    .helpGroup(groups.check)
    .summary('vis pasienter som det ikke lenger er plikt til å oppbevare opplysninger om')
    .description('Regner ut oppbevaringstiden fra reglene i definisjonene. Sletter ingen: en person ber om sletting, og en annen gjennomfører den.')
    .option('--limit <n>', 'så mange som vises, høyst 200', wholeNumber, 50)
    .option('--json', 'svar som JSON')
    .action(async (options: JsonOption & { readonly limit: number }) => {
      const { runRetention } = await import('../keeping/run-retention.js');
      await runRetention(options, context);
    });
  withExamples(retention, { line: 'retention', does: 'viser hvem oppbevaringstiden er ute for' });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 200) throw new InvalidArgumentError('Skriv et helt tall fra 1 til 200.');
  return number;
}
