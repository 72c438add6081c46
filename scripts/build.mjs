// Transpiles every workspace's src/ to dist/ with swc (types are checked by `npm run typecheck`); the web application is bundled by Vite.
// Incremental: a file is written again only when its source is newer.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile, copyFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const swcOptions = (file) => ({
  filename: file,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
  },
});

/** The workspaces' folders, from package.json. */
async function workspaces() {
  const { workspaces: patterns } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const found = [];
  for (const pattern of patterns) {
    if (!pattern.endsWith('/*')) found.push(pattern);
    else for (const name of await readdir(join(root, pattern.slice(0, -2)))) found.push(join(pattern.slice(0, -2), name));
  }
  return found;
}

async function files(dir) {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name));
}

const mtime = (file) => stat(file).then((s) => s.mtimeMs, () => 0);

async function buildOne(source, srcDir, distDir) {
  const target = join(distDir, relative(srcDir, source)).replace(/\.ts$/, '.js');
  if ((await mtime(target)) >= (await mtime(source))) return [target, 0];
  await mkdir(dirname(target), { recursive: true });
  if (!source.endsWith('.ts')) {
    await copyFile(source, target);
    return [target, 1];
  }
  const { code, map } = await transform(await readFile(source, 'utf8'), swcOptions(source));
  await writeFile(`${target}.map`, map);
  await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
  return [target, 1];
}

/**
 * The web application is bundled instead, when something of it is newer than the bundle.
 * In a process of its own: the bundler keeps threads that would hold ours.
 */
async function buildWeb(dir) {
  const sources = [...(await files(join(dir, 'src'))), ...(await files(join(dir, 'public'))), ...['index.html', 'vite.config.ts', 'package.json'].map((name) => join(dir, name))];
  const built = await mtime(join(dir, 'dist', '.vite', 'manifest.json'));
  const newest = Math.max(...(await Promise.all(sources.map(mtime))));
  if (built > newest) return 0;
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: dir, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } });
  return (await files(join(dir, 'dist'))).length;
}

/** Builds all workspaces; returns how many files were written. @param options web: false leaves the web application out. */
export async function build({ web = true } = {}) {
  let written = 0;
  for (const workspace of await workspaces()) {
    if (workspace === join('apps', 'web')) {
      if (web) written += await buildWeb(join(root, workspace));
      continue;
    }
    const srcDir = join(root, workspace, 'src');
    const distDir = join(root, workspace, 'dist');
    const results = await Promise.all((await files(srcDir)).map((f) => buildOne(f, srcDir, distDir)));
    written += results.reduce((n, [, w]) => n + w, 0);
    const keep = new Set(results.flatMap(([t]) => [t, `${t}.map`]));
    for (const old of await files(distDir)) if (!keep.has(old)) await rm(old);
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const written = await build();
  console.log(`built: ${written} files written in ${Date.now() - started} ms`);
}
