import { parentPort, workerData } from 'node:worker_threads';
import { osloDate } from '@forlop/calendar';
import { MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { openLedger } from '@forlop/ledger';
import type { Generated, GeneratorStart } from './generate-contract.js';
import { historyOf } from './history.js';

/** A thread that makes histories and imports them as the ledger's own import does, a batch at a time. */
const { databaseUrl, keys, from, to, today, ...rest } = workerData as GeneratorStart;
const batch = 250;
const actor = { kind: 'integration', id: 'uttrekk:urn:forlop:bench' } as const;
const making = { ...rest, today: osloDate(today) };
const ledger = await openLedger({ url: databaseUrl, rules: loadRules(), keys: MasterKeys.fromEnv({ ...keys }), searchKey: SearchKey.fromEnv({ ...keys }), poolSize: 1 });
try {
  for (let nth = from; nth < to; nth += batch) {
    const pathways = Array.from({ length: Math.min(batch, to - nth) }, (_, i) => historyOf(nth + i, making));
    const answers = await ledger.importPathways(pathways, actor);
    const refused = answers.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined) throw new Error(`The ledger refused a history: ${JSON.stringify(refused)}`);
    parentPort!.postMessage({ pathways: answers.length, events: answers.reduce((sum, { events }) => sum + events, 0) } satisfies Generated);
  }
} finally {
  await ledger.close();
}
