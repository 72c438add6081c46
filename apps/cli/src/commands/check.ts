import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

interface CheckOptions {
  readonly pathway?: string;
  readonly roots?: string;
  readonly report?: string;
  readonly json?: true;
}

/** `forlop verify` and `forlop rebuild`. */
export function registerCheck(program: Command, context: Context): void {
  const verify = program
    .command('verify')
    .helpGroup(groups.check)
    .summary('kontroller at ingenting er endret, og at listene stemmer med hendelsene')
    .description(
      'Regner ut kjedene av hendelser på nytt og sammenligner lesetabellene med det hendelsene gir. Endrer ingenting. ' +
        'Hvert avvik sies i en setning, og avslutningskoden er da 1.',
    )
    .option('--pathway <id>', 'bare dette forløpet')
    .option('--roots <file>', 'kontroller også mot de daglige røttene i filen: at ingen kjede er kuttet, borte eller skrevet om')
    .option('--report <file>', 'regn heller rapporten i filen (fra «audit --out») om igjen, og si hva som er blitt annerledes')
    .option('--json', 'svar som JSON')
    .action(async (options: CheckOptions) => {
      if (options.report !== undefined) {
        const { verifyReport } = await import('../audit/verify-report.js');
        return verifyReport(options.report, options.json === true, context);
      }
      const { runVerify } = await import('../check/verify.js');
      await runVerify(options, context);
    });
  withExamples(
    verify,
    { line: 'verify', does: 'kontrollerer alle forløp' },
    { line: 'verify --report rapport.json', does: 'regner en fristrapport om igjen og viser hver forskjell' },
    { line: 'verify --roots .forlop/proofs/roots.ndjson', does: 'kontrollerer også mot røttene som ligger utenfor databasen (FORLOP_ROOT_PUBLIC_KEYS)' },
  );

  const rebuild = program
    .command('rebuild')
    .helpGroup(groups.check)
    .summary('lag lesetabellene på nytt fra hendelsene')
    .description('Skriver lesetabellene på nytt fra hendelsene og sier hvor mange forløp som ble endret. Hendelsene røres ikke.')
    .option('--pathway <id>', 'bare dette forløpet')
    .option('--json', 'svar som JSON')
    .action(async (options: CheckOptions) => {
      const { runRebuild } = await import('../check/verify.js');
      await runRebuild(options, context);
    });
  withExamples(rebuild, { line: 'rebuild', does: 'retter listene etter at «verify» har funnet avvik i dem' });
}
