import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '@forlop/servers';
import type { Bench } from './figure.js';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const goalKilobytes = 200;
const entry = 'index.html';
const worklist = 'src/screens/worklist/screen.tsx';

/** How much script a browser must load, compressed as on the wire, before the work list can be used: the application itself and the screen. */
export const bench: Bench = async () => {
  const dist = join(repositoryRoot, 'apps', 'web', 'dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
  const files = [...new Set([...filesOf(manifest, entry), ...filesOf(manifest, worklist)])];
  const value = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1_000;
  return [{
    name: 'script of the work list route, gzipped', value, unit: 'kB', goal: `≤ ${goalKilobytes} kB`, met: value <= goalKilobytes,
    detail: `${files.length} files of Vite's manifest: the entry, the screen, and all that they import at once; level 6; styles not counted.`,
  }];
};

/** A chunk and all that it imports, each once. @throws Error for a name that the manifest does not have. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`There is no «${name}» in the web's manifest.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}
