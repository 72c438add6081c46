import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const MOST = 10_000;

/**
 * What the demo provider remembers while it runs: sessions, log-ins under way, codes. All of it in memory; access tokens
 * are signed and need no memory. Clients are the given ones.
 */
export function demoStore(clients: readonly ClientMetadata[]): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (model) => (model === 'Client' ? clientsOnly(clients) : storeOf(model, kept));
}

function storeOf(model: string, kept: Map<string, Kept>): Adapter {
  const keyOf = (id: string) => `${model}/${id}`;
  const alive = (entry: Kept | undefined) => (entry !== undefined && entry.until > Date.now() ? entry.payload : undefined);
  const findBy = (name: 'uid' | 'userCode', value: string) =>
    Promise.resolve([...kept].filter(([key, entry]) => key.startsWith(`${model}/`) && entry.payload[name] === value).map(([, entry]) => alive(entry)).find((payload) => payload !== undefined));
  return {
    upsert: (id, payload, expiresIn) => {
      makeRoom(kept);
      kept.set(keyOf(id), { payload, until: Date.now() + (expiresIn ?? Infinity) * 1_000 });
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(alive(kept.get(keyOf(id)))),
    findByUid: (uid) => findBy('uid', uid),
    findByUserCode: (code) => findBy('userCode', code),
    consume: (id) => {
      const entry = kept.get(keyOf(id));
      if (entry !== undefined) kept.set(keyOf(id), { ...entry, payload: { ...entry.payload, consumed: Math.floor(Date.now() / 1_000) } });
      return Promise.resolve();
    },
    destroy: (id) => Promise.resolve(void kept.delete(keyOf(id))),
    revokeByGrantId: (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      return Promise.resolve();
    },
  };
}

/** What is past goes first, then the eldest. */
function makeRoom(kept: Map<string, Kept>): void {
  if (kept.size < MOST) return;
  for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
  for (const key of kept.keys()) {
    if (kept.size < MOST) return;
    kept.delete(key);
  }
}

function clientsOnly(clients: readonly ClientMetadata[]): Adapter {
  const refuse = () => Promise.reject(new Error('the demo provider takes no new clients'));
  const none = () => Promise.resolve(undefined);
  return {
    find: (id) => Promise.resolve(clients.find((client) => client.client_id === id) as AdapterPayload | undefined),
    findByUid: none,
    findByUserCode: none,
    upsert: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  };
}
