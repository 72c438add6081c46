import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '../src/paths.js';

/** A folder of the test's own; `remove` it afterwards. Open to the PostgreSQL user when root runs the tests. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'forlop-test-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that is taken until the server is closed. */
export async function takePort(port = 0): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, server };
}

/** A port that was free a moment ago. */
export async function somePort(): Promise<number> {
  const { port, server } = await takePort();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The pid of a process that has ended. */
export function deadPid(): number {
  return Number(execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }));
}

/** Builds the workspaces (nothing to do under `npm test`). @returns the URL of this package as plain Node loads it. */
export function builtServers(): string {
  execFileSync(process.execPath, [join(repositoryRoot, 'scripts', 'build.mjs')]);
  return pathToFileURL(join(repositoryRoot, 'libs', 'servers', 'dist', 'index.js')).href;
}

const children = new Set<ChildProcess>();

/** Runs a module's text in a Node of its own, which can be killed without a chance to clean up. */
export function runModule(text: string): ChildProcess {
  return track(spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** Remembers a child for {@link killChildren}. */
export function track(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends the children of a test that did not come to end them itself. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** The first line that a child writes which contains `text`. */
export function lineWith(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const line = output.split('\n').slice(0, -1).find((candidate) => candidate.includes(text));
      if (line !== undefined) resolve(line);
    });
    child.once('exit', () => reject(new Error(`the child ended without writing «${text}»: ${output}`)));
  });
}
