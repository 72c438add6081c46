import { cohorts } from '@forlop/compliance';
import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';
import { fileFormats } from '../audit/formats.js';
import type { AuditOptions } from '../audit/run-audit.js';

/** `forlop audit`. */
export function registerAudit(program: Command, context: Context): void {
  const audit = program
    .command('audit')
    .helpGroup(groups.check)
    .summary('lag fristrapporten: hva som er holdt og brutt, så den kan regnes om igjen')
    .description(
      'Teller fristene som startet i perioden, og hva hver av dem ble: møtt, møtt for sent, brutt, løper, i fare eller utenfor; som registrert og kvalitetssikret, for hver virksomhet med alt under. ' +
        'Rapporten låses til det som er kjent nå (eller ved --known-at), så «verify --report» kan regne den om igjen.',
    )
    .requiredOption('--from <dato>', 'første dag i perioden')
    .requiredOption('--to <dato>', 'siste dag i perioden')
    .option('--as-of <dato>', 'dagen hver frist bedømmes på; uten verdi: i dag')
    .option('--known-on <dato>', 'slik det ble vist den dagen: bare det som var registrert da dagen var slutt, bedømt samme dag om --as-of ikke sier noe annet')
    .option('--known-at <plass>', 'slik det ble vist da: bare det som var registrert til og med denne plassen i journalen')
    .addOption(new Option('--cohort <dato>', 'hvilken dato som avgjør perioden').choices([...cohorts]).default('started'))
    .option('--org <id>', 'bare denne virksomheten, med alt under')
    .option('--definition <id>', 'bare denne definisjonen')
    .option('--clock <regel...>', 'bare disse fristene')
    .option('--definition-version <versjon>', 'bare regler fra denne versjonen av definisjonen')
    .option('--variant <id>', 'bare forløp av denne varianten')
    .option('--step <id>', 'bare forløp i dette steget')
    .option('--detail', 'med fordelinger, kontrollkort og ventekurver')
    .option('--out <fil>', 'skriv rapporten med hash til en ny fil')
    .addOption(new Option('--format <slag>', 'hva filen skrives som').choices([...fileFormats]).default('json'))
    .option('--json', 'svar som JSON')
    .action(async (options: AuditOptions) => {
      const { runAudit } = await import('../audit/run-audit.js');
      await runAudit(options, context);
    });
  withExamples(
    audit,
    { line: 'audit --from 2026-01-01 --to 2026-12-31 --clock FRIST-VURDERING', does: 'viser hvor mange henvisninger som ble vurdert i tide' },
    { line: 'audit --from 2026-01-01 --to 2026-12-31 --out rapport.json', does: 'skriver rapporten så den kan kontrolleres senere' },
    { line: 'audit --from 2026-01-01 --to 2026-12-31 --format xlsx --out rapport.xlsx', does: 'skriver den som regneark, som «verify --report» også kan kontrollere' },
  );
}
