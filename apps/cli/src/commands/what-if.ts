import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import type { WhatIfOptions } from '../what-if/run-what-if.js';

/** `forlop what-if`. */
export function registerWhatIf(program: Command, context: Context): void {
  const command = program
    .command('what-if')
    .helpGroup(groups.reckon)
    .summary('hva en annen regel ville betydd: hvem som får et annet utfall, og hvor mye')
    .description(
      'Regner ut fristene til alle forløp to ganger, etter reglene slik de er og etter de endrede, som om de endrede hadde vært der hele tiden, ' +
        'og viser hva som blir annerledes. Ingenting lagres, og ingen pasient flyttes. Endringen skrives i en fil, YAML eller JSON (docs/what-if.md), ' +
        'eller rett på kommandolinjen med --set, --calendar og --parameter. Ctrl-C stanser.',
    )
    .option('--patch <file>', 'filen med endringen; «-» er standard inn')
    .option('--definition <file>', 'en hel definisjon som kjøres i stedet for alle versjoner av sitt forløp')
    .option('--set <clock=length>', 'en annen lengde på en klokke, for eksempel FRIST-VURDERING="7 virkedager"; kan gis flere ganger', collect, [])
    .option('--calendar <id[@version]>', 'en annen kalender')
    .option('--parameter <name=value>', 'et annet valg i definisjonen; kan gis flere ganger', collect, [])
    .option('--at <date>', 'dagen det spørres om, ÅÅÅÅ-MM-DD; ellers i dag')
    .option('--known-at <position>', 'bare det som var registrert til og med denne posisjonen; ellers alt')
    .option('--received-from <date>', 'bare forløp mottatt denne dagen eller senere')
    .option('--received-to <date>', 'bare forløp mottatt denne dagen eller før')
    .option('--unit <name>', 'bare denne virksomheten og dem under den, ved navn eller id; kan gis flere ganger', collect, [])
    .option('--explain <pathway>', 'forklar datoene for dette forløpet, før og etter')
    .addOption(new Option('--threads <n>', 'tråder det regnes i; ellers en for hver kjerne, og 0 er uten tråder'))
    .option('--json', 'svar som JSON, med alle tall og alle som får et annet utfall')
    .action(async (options: WhatIfOptions) => {
      const { runWhatIfCommand } = await import('../what-if/run-what-if.js');
      await runWhatIfCommand(options, context);
    });
  withExamples(
    command,
    { line: 'what-if --set FRIST-START-VOKSEN-12U="10 uker"', does: 'hva om voksne skulle fått hjelp innen ti uker' },
    { line: 'what-if --patch endring.yaml --received-from 2026-01-01 --json', does: 'en endring i en fil, på forløp mottatt i 2026, som JSON' },
  );
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];
