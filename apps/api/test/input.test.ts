import { describe, expect, test } from '@jest/globals';
import {
  commandRequestSchema, correctionRequestSchema, factsRequestSchema, lookBackSchema, moveRequestSchema, quarantineReleaseSchema, referralRequestSchema, searchRequestSchema,
  worklistQuerySchema,
} from '@forlop/contracts';
import * as z from 'zod';
import { ApiProblem } from '../src/http/api-problem.js';
import { ValidationPipe } from '../src/http/validation.pipe.js';

/** What the pipe answers for a body or query: the errors, or the value that the controller gets. */
async function taken(schema: z.ZodType, value: unknown): Promise<unknown> {
  try {
    return await new ValidationPipe().transform(value, { type: 'body', schema, metatype: Object, data: undefined } as never);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return error.parts.errors;
  }
}

const referral = { source: { kind: 'api', system: 'urn:x', id: '1' }, patient: { name: { given: 'Kari', family: 'Testesen' } }, mottattdato: '2026-03-20', reasonCodes: [] };
const withPatient = (patient: object) => ({ ...referral, patient });
const fnr = 'urn:oid:2.16.578.1.12.4.1.4.1';

describe('wrong input is answered with path, code and sentence', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['no body at all', commandRequestSchema, undefined, [{ path: '', code: 'required', sentence: 'Feltet mangler.' }]],
    ['a list for an object', commandRequestSchema, [], [{ path: '', code: 'wrong-type', sentence: 'Verdien må være et objekt med felt.' }]],
    ['no date', commandRequestSchema, {}, [{ path: '/occurredOn', code: 'required', sentence: 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.' }]],
    ['a number for a date', commandRequestSchema, { occurredOn: 20260320 }, [{ path: '/occurredOn', code: 'wrong-type', sentence: 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.' }]],
    ['30 February', commandRequestSchema, { occurredOn: '2026-02-30' }, [{ path: '/occurredOn', code: 'not-a-date', sentence: 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.' }]],
    ['an unknown field', commandRequestSchema, { occurredOn: '2026-03-20', dato: 1 }, [{ path: '/dato', code: 'unknown-field', sentence: 'Feltet «dato» finnes ikke her.' }]],
    ['a fraction for a position', commandRequestSchema, { occurredOn: '2026-03-20', expectedPosition: 1.5 }, [{ path: '/expectedPosition', code: 'wrong-type', sentence: 'Verdien må være et helt tall.' }]],
    ['a blank text', commandRequestSchema, { occurredOn: '2026-03-20', text: ' ' }, [{ path: '/text', code: 'wrong-format', sentence: 'Teksten kan ikke være tom.' }]],
    ['no facts', factsRequestSchema, { facts: [] }, [{ path: '/facts', code: 'out-of-range', sentence: 'Feltet kan ikke være tomt.' }]],
    ['an id that is none', factsRequestSchema, { facts: [{ id: '1', type: 'vurdert', occurredOn: '2026-03-20' }] }, [{ path: '/facts/0/id', code: 'wrong-format', sentence: 'Id-en må være en UUID.' }]],
    ['a move to nothing', moveRequestSchema, { reason: 'x', on: '2026-03-20' }, [{ path: '', code: 'invalid', sentence: 'Oppgi definisjon, kalender eller valg som forløpet skal flyttes til.' }]],
    ['a release of an unknown kind', quarantineReleaseSchema, { as: 'kept' }, [{ path: '/as', code: 'wrong-type', sentence: 'Verdien må være accepted eller discarded.' }]],
    ['a search for nothing', searchRequestSchema, {}, [{ path: '', code: 'wrong-type', sentence: 'Innholdet har ikke en av formene som er tillatt her.' }]],
    ['a limit beyond the highest', worklistQuerySchema, { limit: '201' }, [{ path: '/limit', code: 'out-of-range', sentence: 'Verdien kan være høyst 200.' }]],
    ['a limit that is no number', worklistQuerySchema, { limit: 'mange' }, [{ path: '/limit', code: 'wrong-type', sentence: 'Verdien må være et tall.' }]],
    ['an unknown status', worklistQuerySchema, { clockStatus: 'broken,late' }, [{ path: '/clockStatus/1', code: 'unknown-code', sentence: expect.stringMatching(/^Verdien må være not-started, .* eller closed\.$/) }]],
    ['an unknown filter', worklistQuerySchema, { brutt: 'true' }, [{ path: '/brutt', code: 'unknown-field', sentence: 'Feltet «brutt» finnes ikke her.' }]],
    ['yes for true', worklistQuerySchema, { broken: 'ja' }, [{ path: '/broken', code: 'unknown-code', sentence: 'Verdien må være true eller false.' }]],
    ['a negative position', lookBackSchema, { knownAt: '-1' }, [{ path: '/knownAt', code: 'out-of-range', sentence: 'Verdien må være minst 0.' }]],
    ['a wrong fødselsnummer', referralRequestSchema, withPatient({ identifier: { system: fnr, value: '15848800056' } }), [{ path: '/patient/identifier/value', code: 'ugyldig-fodselsnummer', sentence: 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.' }]],
    ['a patient without anything', referralRequestSchema, withPatient({}), [{ path: '/patient', code: 'invalid', sentence: 'Pasienten må ha nummer, fødselsdato eller navn.' }]],
    ['a priority that is none', referralRequestSchema, { ...referral, priority: 'haster' }, [{ path: '/priority', code: 'unknown-code', sentence: 'Verdien må være routine, urgent, asap eller stat.' }]],
    ['a loss beyond the whole', referralRequestSchema, { ...referral, functionLossPercent: 101 }, [{ path: '/functionLossPercent', code: 'out-of-range', sentence: 'Verdien kan være høyst 100.' }]],
  ])('%s', async (_, schema, value, errors) => {
    expect(await taken(schema, value)).toEqual(errors);
  });

  test('all that is wrong is told at once', async () => {
    expect(await taken(correctionRequestSchema, { occurredOn: 'i går', data: [], text: '' })).toHaveLength(3);
  });
});

describe('right input is taken as it is meant', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['several, one by one or with commas', worklistQuerySchema, { clockStatus: ['broken', 'at-risk, warned'], broken: 'false', limit: '20' }, { clockStatus: ['broken', 'at-risk', 'warned'], broken: false, limit: 20 }],
    ['an example of everything', referralRequestSchema, referral, referral],
  ])('%s', async (_, schema, value, expected) => {
    expect(await taken(schema, value)).toEqual(expected);
  });

  test('a field that would change every object is taken out of free data', async () => {
    const given = JSON.parse('{"occurredOn":"2026-03-20","data":{"__proto__":{"admin":true},"utfall":"rett"}}') as object;
    expect(await taken(commandRequestSchema, given)).toEqual({ occurredOn: '2026-03-20', data: { utfall: 'rett' } });
  });
});
