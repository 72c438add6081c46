import { freePort } from '../../test/system/free-port.js';
import { startSystem, type System } from '../../test/system/system.js';
import { openBrowser, type Visitors } from './browser.js';

/** The whole system with the synthetic hospital, and a browser to look at it with. */
export interface Hospital extends Visitors {
  readonly system: System;
  /** Where people reach the application. */
  readonly url: string;
  /** Ends it when nobody else uses it. */
  stop(): Promise<void>;
}

/** How many patients most tests need: some of each kind. */
const patients = 60;

let shared: Promise<Hospital> | null = null;
let users = 0;

/**
 * The hospital of this run: it is started once, for all files that are run together (`together.ts`). So a test changes only patients of its own
 * (`patients.ts`), and says of lists only what holds whoever else is in them.
 */
export function startHospital(): Promise<Hospital> {
  users += 1;
  shared ??= open();
  return shared;
}

async function open(): Promise<Hospital> {
  const apiPort = await freePort();
  const url = `http://localhost:${apiPort}`;
  const system = await startSystem({ apiPort, env: { PUBLIC_URL: url } });
  try {
    await system.forlop('demo', '--patients', String(patients));
    const browser = await openBrowser(url);
    const stop = async (): Promise<void> => {
      users -= 1;
      if (users > 0) return;
      shared = null;
      await browser.close();
      await system.stop();
    };
    return { ...browser, system, url, stop };
  } catch (error) {
    await system.stop();
    throw error;
  }
}
