import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createApi } from '../src/create-api.js';
import { silentLog } from './support/silent-log.js';

test("the web's types of the API are of today's document (npm run client writes them)", async () => {
  const nothing = {} as never;
  const { app, document } = await createApi({ ledger: nothing, rules: nothing, temporal: nothing, authentication: nothing, publicUrl: 'http://localhost', acceptSynthetic: true }, silentLog());
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  await app.close();
  expect(readFileSync(new URL('../../web/src/client/schema.d.ts', import.meta.url), 'utf8')).toContain(` from the OpenAPI document ${hash}.`);
}, 60_000);
