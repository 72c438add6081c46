import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '@forlop/crypto';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Where the bundle's sources and its cache lie. */
export interface BundleOptions {
  /** File URL of the module that exports every workflow (`workflowsEntry` of @forlop/workflows). */
  readonly entry: string;
  /** Folder for finished bundles, named by the hash of what went into them; none: bundled each time. */
  readonly cacheDir?: string;
}

/**
 * The workflows as one script for the sandbox, made once for each content: bundling takes seconds, reading a file
 * takes none. Sources bundle as they are (tests), built files too (production).
 */
export async function workflowBundle({ entry, cacheDir }: BundleOptions): Promise<WorkflowBundleWithSourceMap> {
  const workflowsPath = fileURLToPath(entry);
  if (cacheDir === undefined) return bundle(workflowsPath);
  const file = join(cacheDir, `workflows-${await contentHash(workflowsPath)}.js`);
  if (existsSync(file)) return { code: await readFile(file, 'utf8'), sourceMap: '' };
  const made = await bundle(workflowsPath);
  await keep(file, made.code);
  return made;
}

function bundle(workflowsPath: string): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    // Webpack's reports are nobody's news.
    logger: new DefaultLogger('WARN'),
    // `source` is the condition by which packages give their TypeScript; webpack's own conditions stay.
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['source', '...'], extensionAlias: { '.js': ['.ts', '.js'] } },
    }),
  });
}

/** A hash over everything that the bundle is made of: our files, and the SDK's version. */
async function contentHash(workflowsPath: string): Promise<string> {
  const hash = createHash('sha256').update(sdkVersion());
  for (const file of [...(await sourcesBeside(workflowsPath)), failureConverterPath]) {
    hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 24);
}

async function sourcesBeside(workflowsPath: string): Promise<string[]> {
  const entries = await readdir(dirname(workflowsPath), { withFileTypes: true, recursive: true });
  return entries
    .filter((e) => e.isFile() && /\.(ts|js|json)$/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

function sdkVersion(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/workflow/package.json') as { version: string };
  return version;
}

/** Written beside and renamed, so that a process killed on the way leaves no half bundle behind. */
async function keep(file: string, code: string): Promise<void> {
  const half = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(half, code);
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}
