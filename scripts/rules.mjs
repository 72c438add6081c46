// Writes what is made from the definitions, docs/rules, docs/events.md and the JSON Schema for editors, and the schema of an extract's mapping.
// Build first (`npm run build`). With --check nothing is written, and files that are not current are named.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles, loadRules } from '@forlop/definitions';
import { mappingJsonSchema } from '@forlop/extract';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

const stale = [];
const files = [...generatedFiles(loadRules()), ['docs/extracts/mapping.schema.json', `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`]];
for (const [path, content] of files) {
  const file = join(root, path);
  const present = await readFile(file, 'utf8').catch(() => null);
  if (present === content) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
if (stale.length === 0) console.log('Alt er oppdatert.');
else console.log(`${check ? 'Ikke oppdatert' : 'Skrevet'}:\n${stale.map((path) => `  ${path}`).join('\n')}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
