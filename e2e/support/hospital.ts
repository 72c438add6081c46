import { freePort } from '../../test/system/free-port.js';
import { startSystem, type System } from '../../test/system/system.js';
import { openBrowser, type Visitors } from './browser.js';

/** The whole system with the synthetic hospital, and a browser to look at it with. */
export interface Hospital extends Visitors {
  readonly system: System;
  /** Where people reach the application. */
  readonly url: string;
  stop(): Promise<void>;
}

/** How many patients most tests need: some of each kind. */
const patients = 60;

export async function startHospital(): Promise<Hospital> {
  const apiPort = await freePort();
  const url = `http://localhost:${apiPort}`;
  const system = await startSystem({ apiPort, env: { PUBLIC_URL: url } });
  try {
    await system.forlop('demo', '--patients', String(patients));
    const browser = await openBrowser(url);
    return { ...browser, system, url, stop: async () => { await browser.close(); await system.stop(); } };
  } catch (error) {
    await system.stop();
    throw error;
  }
}
