import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

/** `forlop import`. */
export function registerImport(program: Command, context: Context): void {
  const command = program
    .command('import')
    .helpGroup(groups.take)
    .summary('ta imot henvisninger fra filer (FHIR R4)')
    .description(
      'Leser henvisninger (ServiceRequest, eller Bundle med slike) fra JSON-filer, eller NDJSON-filer med én ressurs på hver linje, og registrerer dem. ' +
        'Hver linje får sitt eget svar, og en feil stopper ikke resten. Den samme henvisningen to ganger blir ett forløp. ' +
        'En henvisning som ikke kan godtas, settes i karantene med dagen den kom, eier og en frist som følges: den går aldri tapt.',
    )
    .argument('<file...>', 'filene som leses; «-» er standard inn')
    .option('--definition <id>', 'forløpet henvisningene gjelder, når koden for årsak ikke sier det')
    .option('--dry-run', 'les og si fra, men registrer ingenting; trenger ingen server')
    .option('--json', 'svar som JSON, en linje for hver henvisning og en oppsummering til slutt')
    .action(async (files: string[], options: { definition?: string; dryRun?: true; json?: true }) => {
      const { runImport } = await import('../import/run-import.js');
      await runImport(files, options, context);
    });
  withExamples(
    command,
    { line: 'import henvisninger.ndjson', does: 'registrerer hver henvisning i filen og sier hvordan det gikk med hver linje' },
    { line: 'import --dry-run henvisning.json', does: 'sier bare hva som er galt' },
  );
}
