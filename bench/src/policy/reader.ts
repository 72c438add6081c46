import 'reflect-metadata';
import { ApiModule, createApi, LEDGER, openLogIn, sharedMemory } from '@forlop/api';
import { apiConfig } from '@forlop/config';
import { MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { openLedger, type Ledger } from '@forlop/ledger';
import { appLog } from '@forlop/telemetry';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { DynamicModule, Provider } from '@nestjs/common';
import { peerReady } from '../system/peer.js';
import type { Way } from './readers-contract.js';

/** The API as it is built, less what the way leaves out, in a process of its own. */
const way = process.env.BENCH_WAY as Way;
const config = apiConfig();
const log = appLog('api', config.logLevel);
const rules = loadRules();
const keys = { keys: MasterKeys.fromEnv(process.env), searchKey: SearchKey.fromEnv(process.env) };
const ledger = await openLedger({ role: way === 'off' ? 'engine' : 'api', url: config.databaseUrl.reveal(), rules, ...keys });
const { authentication } = await openLogIn(config, log, sharedMemory(ledger));
const temporal = { isUp: () => Promise.resolve(true), close: () => Promise.resolve() };
const parts = { ledger, rules, temporal, authentication, publicUrl: config.publicUrl, acceptSynthetic: true, limits: config.limits };
const { app } = await createApi(parts, log, without(ApiModule.of(parts), ledger));
await app.listen(config.port, config.host);
peerReady();

function without(module: DynamicModule, open: Ledger): DynamicModule {
  const left: unknown[] = way === 'whole' ? [] : way === 'guarded' ? [APP_INTERCEPTOR] : [APP_INTERCEPTOR, APP_GUARD];
  const tokenOf = (provider: Provider) => ('provide' in provider ? provider.provide : provider);
  const providers = (module.providers ?? []).filter((provider) => !left.includes(tokenOf(provider)));
  // Without a guard nobody has let anyone in, so the ledger is the engine's own.
  return { ...module, providers: way === 'off' ? [...providers.filter((provider) => tokenOf(provider) !== LEDGER), { provide: LEDGER, useValue: open }] : providers };
}
