import { describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { ApplicationFailure, defaultPayloadConverter, type FailureConverter } from '@temporalio/common';
import { CryptoError, dataConverter, generateKey, payloadCodec, payloadKeysFromEnv } from '../src/index.js';

const keysOf = (text: string) => payloadKeysFromEnv({ FORLOP_PAYLOAD_KEYS: text });
const text = (payload: { data?: Uint8Array | null }): string => Buffer.from(payload.data ?? []).toString('utf8');

describe('payload codec', () => {
  test('every payload comes back as it was, and shows nothing on the way', async () => {
    const codec = payloadCodec(keysOf(generateKey()));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 12 })), async (values) => {
        const payloads = values.map((value) => defaultPayloadConverter.toPayload(value));
        const encoded = await codec.encode(payloads);
        for (const [i, payload] of encoded.entries()) {
          expect(text(payload)).not.toContain(JSON.stringify(values[i]));
          expect(Object.keys(payload.metadata ?? {}).sort()).toEqual(['encoding', 'encryption-key-id']);
        }
        const decoded = await codec.decode(encoded);
        expect(decoded.map((p) => defaultPayloadConverter.fromPayload(p))).toEqual(values);
      }),
    );
  });

  test('rotation: a history of the old key stays readable; without the old key the error says which one is missing', async () => {
    const [old, fresh] = [generateKey(), generateKey()];
    const written = await payloadCodec(keysOf(`2025:${old}`)).encode([defaultPayloadConverter.toPayload({ step: 'utredning' })]);
    const both = payloadCodec(keysOf(`2026:${fresh},2025:${old}`));
    expect(defaultPayloadConverter.fromPayload((await both.decode(written))[0]!)).toEqual({ step: 'utredning' });
    const [next] = await both.encode([defaultPayloadConverter.toPayload(1)]);
    expect(Buffer.from(next!.metadata!['encryption-key-id']!).toString()).toBe('2026');
    await expect(payloadCodec(keysOf(`2026:${fresh}`)).decode(written)).rejects.toMatchObject({ code: 'unknown-key', message: expect.stringContaining('2025') });
  });

  test('two rotations: what was written under each of three keys is read by the last set, and each key may be the first', async () => {
    const [one, two, three] = [`1:${generateKey()}`, `2:${generateKey()}`, `3:${generateKey()}`];
    const sets = [one, `${two},${one}`, `${three},${two},${one}`];
    const written = await Promise.all(sets.map(async (set, n) => (await payloadCodec(keysOf(set)).encode([defaultPayloadConverter.toPayload(n)]))[0]!));
    expect(written.map((p) => Buffer.from(p.metadata!['encryption-key-id']!).toString())).toEqual(['1', '2', '3']);
    for (const set of [sets[2]!, `${one},${three},${two}`]) {
      expect((await payloadCodec(keysOf(set)).decode(written)).map((p) => defaultPayloadConverter.fromPayload(p))).toEqual([0, 1, 2]);
    }
  });

  test('changed bytes, another key under the same id and missing parts are refused', async () => {
    const codec = payloadCodec(keysOf(`a:${generateKey()}`));
    const [payload] = await codec.encode([defaultPayloadConverter.toPayload('x')]);
    const changed = { ...payload!, data: Uint8Array.from(payload!.data!, (b, i) => (i === 20 ? b ^ 1 : b)) };
    await expect(codec.decode([changed])).rejects.toThrow(CryptoError);
    await expect(payloadCodec(keysOf(`a:${generateKey()}`)).decode([payload!])).rejects.toMatchObject({ code: 'tampered' });
    await expect(codec.decode([{ ...payload!, data: null }])).rejects.toMatchObject({ code: 'bad-format' });
  });

  test('a payload from before encryption is read as it is', async () => {
    const plain = defaultPayloadConverter.toPayload('klar tekst');
    expect(await payloadCodec(keysOf(generateKey())).decode([plain])).toEqual([plain]);
  });
});

describe('failures', () => {
  test('the message and stack trace of a failure stand in a payload only', () => {
    const path = dataConverter(keysOf(generateKey())).failureConverterPath!;
    const { failureConverter } = createRequire(import.meta.url)(path) as { failureConverter: FailureConverter };
    const failure = failureConverter.errorToFailure(new ApplicationFailure('hemmelig', 'Type'), defaultPayloadConverter);
    expect(failure.message).toBe('Encoded failure');
    expect(failure.stackTrace).toBe('');
    expect(text(failure.encodedAttributes!)).toContain('hemmelig');
    expect(failureConverter.failureToError(failure, defaultPayloadConverter).message).toBe('hemmelig');
  });
});
