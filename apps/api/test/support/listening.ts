import type { AddressInfo } from 'node:net';
import { createApi, type Api } from '../../src/create-api.js';
import type { ApiParts } from '../../src/api.module.js';
import { DevelopmentActors } from '../../src/http/actor.js';
import { silentLog } from './silent-log.js';
import type { Logger } from 'pino';

/** An API that listens on a port of its own. */
export interface Listening extends Api {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the API on a free port; parts that a test does not give are never reached by it. */
export async function listening(parts: Partial<ApiParts>, log: Logger = silentLog()): Promise<Listening> {
  const nothing = {} as never;
  const api = await createApi({ ledger: nothing, rules: nothing, temporal: nothing, actors: new DevelopmentActors(), publicUrl: 'http://localhost', acceptSynthetic: true, ...parts }, log);
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return { ...api, url: `http://127.0.0.1:${port}`, close: () => api.app.close() };
}
