import { NotFoundException, PayloadTooLargeException, InternalServerErrorException, BadRequestException } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { problemSchema } from '@forlop/contracts';
import { LedgerError, type LedgerErrorCode } from '@forlop/ledger';
import { outcomeOf } from '../src/fhir/problem-outcome.js';
import { ApiProblem, invalidInput } from '../src/http/api-problem.js';
import { toProblem } from '../src/http/to-problem.js';

const correlationId = '7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11';

describe('errors become problems', () => {
  test.each<[LedgerErrorCode, number]>([
    ['unknown-pathway', 404],
    ['unknown-event', 404],
    ['unknown-obligation', 404],
    ['unknown-definition', 400],
    ['unknown-organisation', 400],
    ['not-in-quarantine', 409],
    ['idempotency-conflict', 422],
    ['bad-cursor', 400],
    ['bad-data', 400],
    ['erased', 410],
    ['setup', 503],
    ['unavailable', 503],
    ['overloaded', 503],
  ])('the ledger says %s: %i, with its own code and sentence', (code, status) => {
    const body = toProblem(new LedgerError(code, 'En setning.')).body(correlationId);
    expect(problemSchema.parse(body)).toMatchObject({ status, code, detail: 'En setning.', correlationId });
  });

  test('what waiting can mend says how long to wait, and nothing else does', () => {
    expect(toProblem(new LedgerError('unavailable', 'x')).parts.headers).toEqual({ 'Retry-After': '5' });
    expect(toProblem(new LedgerError('overloaded', 'x')).parts.headers).toEqual({ 'Retry-After': '5' });
    expect(toProblem(new LedgerError('setup', 'x')).parts.headers).toEqual({});
  });

  test.each([
    [new NotFoundException('Cannot GET /kari-testesen'), 404, 'not-found'],
    [new PayloadTooLargeException(), 413, 'too-large'],
    [new BadRequestException('Unexpected token', { cause: new SyntaxError('"15848800055" is not valid JSON') }), 400, 'unreadable-body'],
    [new BadRequestException('x', { cause: new URIError('%FF') }), 400, 'bad-address'],
    [new InternalServerErrorException('select * from patient'), 500, 'internal'],
    [new Error('insert into event values (Kari)'), 500, 'internal'],
    ['something thrown', 500, 'internal'],
  ])('%s: %i %s, and nothing of its message', (error, status, code) => {
    const body = toProblem(error).body(correlationId);
    expect(body).toMatchObject({ status, code });
    expect(JSON.stringify(body)).not.toMatch(/kari|15848800055|select|insert|token/i);
  });

  test('one error speaks for itself, several are counted', () => {
    const error = { path: '/a', code: 'required', sentence: 'Feltet mangler.' };
    expect(invalidInput([error]).detail).toBe('Feltet mangler.');
    expect(invalidInput([error, error]).detail).toBe('Forespørselen har 2 feil. Se listen over feil.');
  });
});

test('at the FHIR door a problem is an OperationOutcome', () => {
  expect(outcomeOf(new ApiProblem('too-large', 'For stort.'))).toEqual({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'too-long', details: { coding: [{ system: 'urn:forlop:problem', code: 'too-large' }] }, diagnostics: 'For stort.' }],
  });
  expect(outcomeOf(toProblem(new LedgerError('unavailable', 'Borte.')))).toMatchObject({ issue: [{ severity: 'fatal', code: 'transient' }] });
  expect(outcomeOf(toProblem(new LedgerError('overloaded', 'Fullt.')))).toMatchObject({ issue: [{ severity: 'fatal', code: 'throttled' }] });
});
