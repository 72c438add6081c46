import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeySet } from './key-set.js';
import { payloadCodec } from './payload-codec.js';

/** The failure converter as a file: the SDK loads it by path, in the worker and in the workflow bundle. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** Options for every client and worker: payloads encrypted, messages and stack traces of failures moved into one. */
export function dataConverter(keys: KeySet): DataConverter {
  return { payloadCodecs: [payloadCodec(keys)], failureConverterPath };
}
