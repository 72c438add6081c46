import { beforeAll, describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Payload } from '@temporalio/common';
import { dataConverter, generateKey, payloadCodec, readKeySet, type KeySet } from '@forlop/crypto';
import { bundle } from './support/bundle.js';
import { readHistory, type History } from './support/history-files.js';
import { testKeys } from './support/test-converter.js';

let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  workflowBundle = await bundle();
}, 60_000);

const replay = (history: History, keys: KeySet) => Worker.runReplayHistory({ workflowBundle, dataConverter: dataConverter(keys) }, history);

/** Two newer keys; and both before the histories' own, as after two rotations. */
const newer = readKeySet(`tredje:${generateKey()},andre:${generateKey()}`, 'PROVE');
const afterTwo: KeySet = { current: 'tredje', keys: new Map([...newer.keys, ...testKeys.keys]) };
const afterOne: KeySet = { ...afterTwo, current: 'andre' };

const isEncrypted = (value: object): value is Payload => 'metadata' in value && Object.hasOwn((value as Payload).metadata ?? {}, 'encryption-key-id');
const keyIdOf = ({ metadata }: Payload): string => Buffer.from(metadata!['encryption-key-id']!).toString();

/** Every payload in a part of a history. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return isEncrypted(value) ? [value] : Object.values(value).flatMap(payloadsIn);
}

/** A history of a workflow that ran on while the key was changed twice: a third of its events under each. */
async function writtenAcrossRotations(name: string): Promise<History> {
  const history = readHistory(name);
  const events = history.events!;
  for (const [index, event] of events.entries()) {
    const codec = payloadCodec(index < events.length / 3 ? testKeys : index < (2 * events.length) / 3 ? afterOne : afterTwo);
    for (const payload of payloadsIn(event)) Object.assign(payload, (await codec.encode(await codec.decode([payload])))[0]);
  }
  return history;
}

describe.each(['pathway-whole.run-1', 'remind-escalated'])('after the payload key was rotated twice, %s', (name) => {
  test('is read and replayed as it was written', async () => {
    await expect(replay(readHistory(name), afterTwo)).resolves.toBeUndefined();
  });

  test('is replayed when it ran on through both rotations', async () => {
    const history = await writtenAcrossRotations(name);
    expect(new Set(payloadsIn(history.events).map(keyIdOf))).toEqual(new Set(['test', 'andre', 'tredje']));
    await expect(replay(history, afterTwo)).resolves.toBeUndefined();
  });

  test('is not replayed without the key it began under', async () => {
    await expect(replay(readHistory(name), newer)).rejects.toThrow();
  });
});
