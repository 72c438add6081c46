import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readable, type Bench, type Figure } from './figure.js';
import { disturbance, machineFacts } from './machine.js';

/**
 * Runs the benches named on the command line (all without a name), prints each figure beside its goal and writes
 * `bench/results/<bench>.json`.
 */
const here = import.meta.dirname;
const results = join(here, '..', 'results');
const { positionals } = parseArgs({ allowPositionals: true });

const known = (await readdir(here)).filter((f) => f.endsWith('.bench.js')).map((f) => f.replace('.bench.js', ''));
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

await mkdir(results, { recursive: true });
for (const name of positionals.length > 0 ? positionals : known) {
  console.log(`\n${name}`);
  const { bench } = (await import(join(here, `${name}.bench.js`))) as { bench: Bench };
  const [load = 0] = loadavg();
  const figures = (await bench()).map((figure) => ({ ...figure, detail: figure.detail + disturbance(load) }));
  for (const figure of figures) console.log(line(figure));
  await writeFile(join(results, `${name}.json`), `${JSON.stringify({ bench: name, measuredOn: new Date().toISOString().slice(0, 10), machine: machineFacts(), loadBefore: readable(load), figures: figures.map(rounded) }, null, 2)}\n`);
}
process.exit(0);

function line({ name, value, unit, goal, met, detail }: Figure): string {
  const verdict = met === null ? '' : met ? `  (goal ${goal}: met)` : `  (goal ${goal}: MISSED)`;
  return `  ${name}: ${readable(value)} ${unit}${verdict}\n      ${detail}`;
}

function rounded(figure: Figure): Figure {
  return { ...figure, value: readable(figure.value) };
}
