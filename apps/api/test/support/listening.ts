import type { AddressInfo } from 'node:net';
import { roles, systemScopes, type Principal } from '@forlop/access';
import { standardLimits, type RateLimits } from '@forlop/config';
import type { Ledger } from '@forlop/ledger';
import type { Logger } from 'pino';
import type { Authentication } from '../../src/access/authentication.js';
import type { ApiParts } from '../../src/api.module.js';
import { createApi, type Api } from '../../src/create-api.js';
import { silentLog } from './silent-log.js';

/** An API that listens on a port of its own. */
export interface Listening extends Api {
  readonly url: string;
  close(): Promise<void>;
}

/** For tests of what comes before and after log-in: everyone is somebody in every role. */
const somebody: Authentication = {
  session: null,
  identify: () =>
    Promise.resolve({ kind: 'person', issuer: 'prove', subject: 'prove', personNumber: null, name: null, hprNumber: null, organisation: { parent: null, child: null }, scopes: [], clientId: 'prove' }),
};

const inEveryRole: Principal = {
  kind: 'person', id: 'prove', name: null, roles, scopes: Object.values(systemScopes), identitiesGranted: true, unitId: null, legalEntityId: null, organisationIds: [], personHashes: [],
};

/** A test is not what the limits are for. */
const wide: RateLimits = Object.fromEntries(Object.keys(standardLimits).map((name) => [name, 1_000_000])) as unknown as RateLimits;

/** A ledger of which only the parts that a test is about exist; whoever asks is known to it, and what they see is logged nowhere. */
export function ledgerOfParts(parts: object): Ledger {
  const ledger = { principalOf: () => Promise.resolve(inEveryRole), logAccess: () => Promise.resolve(), as: () => ledger, ...parts } as unknown as Ledger;
  return ledger;
}

/** Starts the API on a free port; parts that a test does not give are never reached by it. */
export async function listening(parts: Partial<ApiParts>, log: Logger = silentLog()): Promise<Listening> {
  const nothing = {} as never;
  const api = await createApi({ ledger: ledgerOfParts({}), rules: nothing, temporal: nothing, authentication: somebody, publicUrl: 'http://localhost', acceptSynthetic: true, limits: wide, ...parts }, log);
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return { ...api, url: `http://127.0.0.1:${port}`, close: () => api.app.close() };
}
