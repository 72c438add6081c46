import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReferralLines, type ReadLine } from '../src/index.js';
import { options, serviceRequest } from './support.js';

const good = (value: string) => JSON.stringify(serviceRequest({ identifier: [{ system: 'urn:x', value }] }));

async function all(input: string | AsyncIterable<string>): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const line of readReferralLines(input, options)) {
    lines.push(line);
  }
  return lines;
}

const brief = ({ line, referrals, refused }: ReadLine) => [line, referrals[0]?.referral.source.id ?? refused[0]?.reasonCode];

test('each line has its own answer, and a bad one stops nothing', async () => {
  const text = [good('1'), '{ "resourceType": "ServiceRequest", ', '', good('2'), '42', good('3')].join('\n');
  const lines = await all(text);
  expect(lines.map(brief)).toEqual([
    [1, '1'],
    [2, 'ugyldig-json'],
    [4, '2'],
    [5, 'ugyldig-json'],
    [6, '3'],
  ]);
});

test('a line that is not JSON may have been a referral: it is quarantined, with its text', async () => {
  const [line] = await all('{"resourceType":"ServiceRequest","subject"');
  expect(line).toMatchObject({ line: 1, text: '{"resourceType":"ServiceRequest","subject"', refused: [{ reasonCode: 'ugyldig-json', quarantine: true, whatWasRead: { receivedOn: '2026-04-01' } }] });
  expect(line?.outcome.issue[0]).toMatchObject({ severity: 'fatal', code: 'invalid', diagnostics: 'Linjen er ikke gyldig JSON. Send henvisningen på nytt som gyldig JSON.' });
});

describe('how lines may end', () => {
  test.each([
    ['with a line feed after the last', `${good('1')}\n${good('2')}\n`],
    ['with carriage returns', `${good('1')}\r\n${good('2')}\r\n`],
    ['with a byte order mark first', `\uFEFF${good('1')}\n${good('2')}`],
    ['with empty lines last', `${good('1')}\n${good('2')}\n\n  \n`],
  ])('%s', async (_how, text) => {
    expect((await all(text)).map(brief)).toEqual([[1, '1'], [2, '2']]);
  });

  test('nothing at all is no lines', async () => {
    expect(await all('')).toEqual([]);
  });
});

test('it does not matter where a stream is cut', async () => {
  const text = `${good('Åse')}\r\nikke json\n\n${good('2')}`;
  const whole = await all(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 8 }), async (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      async function* pieces() {
        for (const [i, start] of places.entries()) {
          yield text.slice(start, places[i + 1]);
        }
      }
      expect(await all(pieces())).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});
