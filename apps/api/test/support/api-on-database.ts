import { jest } from '@jest/globals';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { openLedger, testDatabase, type Ledger } from '@forlop/ledger';
import { listening, type Listening } from './listening.js';

// A real server, on a machine that does other things too.
jest.setTimeout(60_000);

/** The API on a database of its own. */
export interface ApiOnDatabase extends Listening {
  readonly ledger: Ledger;
}

export async function apiOnDatabase(): Promise<ApiOnDatabase> {
  const database = await testDatabase();
  const rules = loadRules();
  const ledger = await openLedger({
    url: database.url,
    rules,
    keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() }),
    searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() }),
  });
  const api = await listening({ ledger, rules });
  return {
    ...api,
    ledger,
    close: async () => {
      await api.close();
      await ledger.close();
      await database.drop();
    },
  };
}
