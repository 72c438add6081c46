import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '@forlop/servers';
import { median, readable, type Bench, type Figure } from './figure.js';
import { referThroughApi } from './system/patients.js';
import { progress } from './system/progress.js';
import { withBenchSystem, type BenchSystem } from './system/system.js';
import { logIn, openingOf, scrollThrough, startBrowser, type Opened, type Scrolled } from './web/browser.js';
import { copyPathways } from './web/copies.js';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const goalKilobytes = 200;
/** The application itself and the work list, which every visit begins with. */
const entry = 'index.html';

const patients = 50;
const copies = 1_999;
const loads = 9;
const goalMs = 1_000;
/** Time enough for the whole list on a machine that does other things too. */
const mostSeconds = Number(process.env['BENCH_WEB_SECONDS'] ?? 300);

/** What the work list costs the one who opens it: its script, the time until it can be used, and scrolling through a hundred thousand rows. */
export const bench: Bench = async () => [weight(), ...(await withBenchSystem(inBrowser))];

/** How much script a browser must load, compressed as on the wire, before the work list can be used. */
function weight(): Figure {
  const dist = join(repositoryRoot, 'apps', 'web', 'dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
  const files = [...filesOf(manifest, entry)];
  const value = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1_000;
  return {
    name: 'script of the work list route, gzipped', value, unit: 'kB', goal: `≤ ${goalKilobytes} kB`, met: value <= goalKilobytes,
    detail: `${files.length} files of Vite's manifest: the entry, with the screen in it, and all that it imports at once; level 6; styles not counted.`,
  };
}

async function inBrowser(system: BenchSystem): Promise<Figure[]> {
  const { client, url } = await system.startApiAt();
  progress('referring the patients');
  await referThroughApi(client, 0, patients);
  client.close();
  const rows = await copyPathways(system.database, copies);
  const browser = await startBrowser();
  try {
    const context = await logIn(browser, url);
    const list = `${url}/?liste=alle`;
    progress('opening the list');
    const times: Opened[] = [];
    for (let n = 0; n < loads; n += 1) times.push(await openingOf(context, list));
    progress('scrolling through it');
    const page = await context.newPage();
    await page.goto(list);
    return [...opened(times, rows), ...scrolled(await scrollThrough(page, mostSeconds), rows)];
  } finally {
    await browser.close();
  }
}

function opened(times: readonly Opened[], rows: number): Figure[] {
  const of = (part: keyof Opened): number => median(times.map((one) => one[part]));
  const value = of('interactive');
  const reported = (name: string, part: keyof Opened, unit: string, detail: string): Figure => ({ name, value: of(part), unit, goal: null, met: null, detail });
  return [
    {
      name: 'work list interactive, p50', value, unit: 'ms', goal: `≤ ${goalMs} ms`, met: value <= goalMs,
      detail: `${times.length} navigations with an empty cache and a session, a list of ${rows} rows, until the first patient stands there and a frame with her is drawn; slowest ${readable(Math.max(...times.map(({ interactive }) => interactive)))} ms. Browser, API and database on the same machine.`,
    },
    reported('first contentful paint, p50', 'firstPaint', 'ms', 'As Lighthouse defines it, without its slowed network and processor; as the next three.'),
    reported('largest contentful paint, p50', 'largestPaint', 'ms', 'Until a second after the list can be used.'),
    reported('total blocking time, p50', 'blocked', 'ms', 'What tasks took beyond 50 ms each, from the first paint until a second after the list can be used.'),
    reported('cumulative layout shift, p50', 'shift', '', 'Good is up to 0.1.'),
  ];
}

function scrolled({ rows: seen, seconds, longTasks }: Scrolled, rows: number): Figure[] {
  const longest = Math.max(0, ...longTasks);
  return [
    { name: 'rows scrolled through', value: seen, unit: 'rows', goal: `${rows}`, met: seen === rows, detail: `Without a pause from the first row, ${readable(seconds)} s, read page by page on the way.` },
    { name: 'longest task while scrolling', value: longest, unit: 'ms', goal: '≤ 50 ms', met: longest <= 50, detail: `By the browser's own account of tasks of 50 ms or more: ${longTasks.length}. 0: there was none.` },
  ];
}

/** A chunk and all that it imports, each once. @throws Error for a name that the manifest does not have. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`There is no «${name}» in the web's manifest.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}
