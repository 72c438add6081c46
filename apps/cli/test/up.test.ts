import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { stateDir, tryLock } from '@forlop/servers';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upCommand } from '../src/up.js';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forlop-up-'));
  process.env.FORLOP_STATE = folder;
  said = [];
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.FORLOP_STATE;
  delete process.env.PORT_API;
  rmSync(folder, { recursive: true });
});

describe('forlop up', () => {
  test('runs once for each state folder, and says where the other one is', async () => {
    const other = tryLock(join(stateDir(), 'up.lock'));
    writeFileSync(join(folder, 'ports.json'), '{"api":{"wanted":3000,"port":3007}}');
    expect(await upCommand()).toBe(1);
    expect(said).toEqual([
      `Forløp kjører allerede på http://localhost:3007/docs (prosess ${process.pid}). Stopp den med Ctrl-C der den kjører, eller med «kill ${process.pid}».`,
    ]);
    if ('lock' in other) other.lock.release();
  });

  test('that cannot start says why, starts nothing and leaves no lock', async () => {
    process.env.PORT_API = 'åtti';
    expect(await upCommand()).toBe(1);
    expect(said).toEqual(['\nPORT_API må være et portnummer fra 1 til 65535, ikke «åtti».']);
    expect(readdirSync(folder).sort()).toEqual(['run', 'secrets.json']);
  });

  test('does not start on data that it has no keys for', async () => {
    writeFileSync(join(folder, 'postgres'), '');
    expect(await upCommand()).toBe(1);
    expect(said[0]).toContain('uten dem kan ingen lese');
  });
});
