import { systemScopes } from '@forlop/access';
import { codecServer, generateKey, MasterKeys, readKeySet, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { Issuer, TokenVerifier, WebSession } from '@forlop/identity';
import { openLedger, testDatabase, type Ledger } from '@forlop/ledger';
import { AnswerTokens } from '@forlop/reminders';
import type { ApiParts } from '../../src/api.module.js';
import { authenticationBy } from '../../src/access/authentication.js';
import { testIssuer, type TestIssuer } from './issuer.js';
import { listening, type Listening } from './listening.js';
import { newHouse, newPerson, personToken, systemToken, type House } from './people.js';

// A real server, on a machine that does other things too.

/** The API on a database of its own, with real tokens. */
export interface ApiOnDatabase extends Listening {
  /** The ledger as the worker has it: it sees everything. */
  readonly ledger: Ledger;
  readonly issuer: TestIssuer;
  readonly databaseUrl: string;
  /** Why nobody was let in, as the log is told; the latest last. */
  readonly refusals: readonly string[];
  /** What it stands on, for another API beside it. */
  readonly parts: Pick<ApiParts, 'ledger' | 'rules' | 'authentication' | 'temporal'>;
  /** Signs the links that answer reminders here. */
  readonly answerTokens: AnswerTokens;
  /** The hospital that everything here belongs to, unless a test makes another. */
  readonly house: House;
  /** A token for one who is coordinator, clinician and administrator there; each name is somebody of her own. */
  tokenOf(name: string): Promise<string>;
  /** A token for a system of the hospital that may do all that systems may. */
  systemToken(): Promise<string>;
}

export async function apiOnDatabase(): Promise<ApiOnDatabase> {
  const database = await testDatabase();
  const rules = loadRules();
  const shared = { url: database.url, rules, keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() }), searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() }), hours: null };
  const [ledger, seen, issuer] = [await openLedger(shared), await openLedger({ ...shared, role: 'api' }), await testIssuer()];
  const house = await newHouse(ledger, 'Prøve sykehus');
  const provider = new Issuer({ issuer: issuer.issuer });
  const verifier = new TokenVerifier({ issuer: provider, audience: issuer.audience, acceptSynthetic: true });
  const session = new WebSession({ issuer: provider, verifier, clientId: 'web', clientKey: issuer.clientKey, scopes: [], publicUrl: 'http://localhost', keys: readKeySet(generateKey(), 'SESSION_KEYS') });
  const refusals: string[] = [];
  const authentication = authenticationBy({ verifier, session, onRefused: ({ code }) => void refusals.push(code) });
  const parts = { ledger: seen, rules, authentication, temporal: { isUp: () => Promise.resolve(true), close: () => Promise.resolve() } };
  const codec = codecServer(readKeySet(generateKey(), 'FORLOP_PAYLOAD_KEYS'), { uiOrigin: 'http://localhost:8233' });
  const answerTokens = new AnswerTokens(readKeySet(generateKey(), 'FORLOP_ANSWER_KEYS'));
  const api = await listening({ ...parts, codec, answerTokens });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string): Promise<string> => {
    const known = tokens.get(name) ?? newPerson(ledger, name, house, ['coordinator', 'clinician', 'administrator']).then((person) => personToken(issuer, person));
    tokens.set(name, known);
    return known;
  };
  return {
    ...api,
    ledger,
    issuer,
    databaseUrl: database.url,
    refusals,
    parts,
    answerTokens,
    house,
    tokenOf,
    systemToken: () => systemToken(issuer, house, Object.values(systemScopes)),
    close: async () => {
      await api.close();
      await Promise.all([ledger.close(), seen.close(), issuer.close()]);
      await database.drop();
    },
  };
}
