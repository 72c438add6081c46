import type { Command } from 'commander';
import type { Context } from '../context.js';
import { groups, withExamples } from '../help.js';

/** `forlop demo`. */
export function registerDemo(program: Command, context: Context): void {
  const demo = program
    .command('demo')
    .helpGroup(groups.run)
    .summary('last et syntetisk sykehus med rundt 200 oppdiktede pasienter')
    .description(
      'Fyller databasen med en organisasjon og rundt 200 oppdiktede pasienter av alle slag, spredt over alle steg og statuser, med datoer regnet fra i dag. ' +
        'Det samme frøet gir de samme pasientene, og kjøres den igjen, lages bare det som mangler. Bruker bare syntetiske fødselsnumre (måned + 80).',
    )
    .option('--seed <number>', 'tallet som pasientene trekkes ut fra', '1')
    .option('--patients <number>', 'bare omtrent så mange, spredt over alle slag')
    .option('--json', 'svar som JSON')
    .action(async (options: { seed: string; patients?: string; json?: true }) => {
      const { runDemo } = await import('../demo/run-demo.js');
      await runDemo(options, context);
    });
  withExamples(demo, { line: 'demo', does: 'laster sykehuset og viser hvor mange som er i hvert steg og hver status' });
}
