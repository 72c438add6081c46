import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workflowBundle } from '../src/index.js';

/** Made beside the sources, so that the SDK is found from there. */
const beside = new URL('./', import.meta.url).pathname;

describe('the workflow bundle', () => {
  let sources: string;
  let cacheDir: string;
  const write = (name: string, code: string) => writeFile(join(sources, name), code);
  const make = () => workflowBundle({ entry: pathToFileURL(join(sources, 'workflows.ts')).href, cacheDir });

  beforeEach(async () => {
    sources = await mkdtemp(join(beside, 'bundle-'));
    cacheDir = await mkdtemp(join(tmpdir(), 'forlop-bundles-'));
    await mkdir(join(sources, 'greet'));
    await write('workflows.ts', "export { greet } from './greet/greet.js';\n");
    await write('greet/greet.ts', "export async function greet(): Promise<string> {\n  return 'god morgen';\n}\n");
  });
  afterEach(async () => {
    await rm(sources, { recursive: true });
    await rm(cacheDir, { recursive: true });
  });

  test('is made of TypeScript whose imports say .js, and kept by its content', async () => {
    const made = await make();
    expect(made.code).toContain('god morgen');
    expect(await make()).toMatchObject({ code: made.code });
    expect(await readdir(cacheDir)).toHaveLength(1);
  }, 60_000);

  test('is made again when any source has changed, and leaves no half file', async () => {
    await make();
    await write('greet/greet.ts', "export async function greet(): Promise<string> {\n  return 'god kveld';\n}\n");
    expect((await make()).code).toContain('god kveld');
    const files = await readdir(cacheDir);
    expect(files).toHaveLength(2);
    for (const file of files) expect(file).toMatch(/^workflows-[0-9a-f]{24}\.js$/);
  }, 60_000);

  test('refuses code that does not compile', async () => {
    await write('greet/greet.ts', "export { nothing } from './missing.js';\n");
    await expect(make()).rejects.toThrow('Webpack finished with errors');
    expect(await readdir(cacheDir)).toEqual([]);
  }, 60_000);
});
