import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
beforeAll(async () => {
  running = await apiOnDatabase();
});
afterAll(() => running.close());

/** What docs/api.md tells people to type. */
const documented = /```sh\n([^]*?)```/.exec(readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8'))![1]!;

test('what the documentation tells people to type, works', async () => {
  const clinician = await newPerson(running.ledger, 'behandler', running.house, ['clinician']);
  const [person, system] = [await personToken(running.issuer, clinician), await running.systemToken()];
  const script = documented.replace('http://localhost:3000', running.url).replace('$(npx forlop token behandler)', person).replace('$(npx forlop token system)', system);
  expect(script).toContain(running.url);
  expect(script).not.toContain('npx');
  const strict = 'set -euo pipefail; curl() { command curl --fail-with-body -w "\\n" "$@"; }';
  const { stdout } = await promisify(execFile)('bash', ['-c', `${strict}\n${script}`]);
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line) as object);
  expect(answers).toMatchObject([
    { step: { id: 'mottatt' } },
    { commands: expect.any(Array) },
    { clockKey: 'FRIST-VURDERING#1' },
    { eventIds: [expect.any(String)] },
    { asOf: '2026-03-26' },
    { rows: expect.any(Array) },
    { hits: [{ patient: { name: { given: 'Kari' } } }] },
    { resourceType: 'OperationOutcome' },
  ]);
});
