import { expect, test } from '@jest/globals';
import { CalendarError } from '@forlop/calendar';
import { CryptoError } from '@forlop/crypto';
import { DefinitionError, UnknownDefinitionError } from '@forlop/definitions';
import { LedgerError } from '@forlop/ledger';
import { ServerError } from '@forlop/servers';
import { ScenarioError } from '@forlop/simulator';
import { told, wrongUse } from '../src/failure.js';

test.each([
  [wrongUse('x', 'Feil bruk.'), 2, 'x'],
  [new LedgerError('unavailable', 'Databasen svarer ikke.'), 3, 'unavailable'],
  [new LedgerError('overloaded', 'For mange på en gang.'), 3, 'overloaded'],
  [new LedgerError('setup', 'Rettigheter mangler.'), 3, 'setup'],
  [new LedgerError('unknown-pathway', 'Forløpet finnes ikke.'), 2, 'unknown-pathway'],
  [new ServerError('Porten er opptatt.'), 3, 'ServerError'],
  [new DefinitionError([]), 2, 'DefinitionError'],
  [new UnknownDefinitionError('x', []), 2, 'unknown-definition'],
  [new CalendarError('invalid-date', 'Datoen finnes ikke.'), 2, 'invalid-date'],
  [new CryptoError('bad-key', 'Nøkkelen er ikke riktig.'), 2, 'bad-key'],
  [new ScenarioError('x.yaml', []), 2, 'bad-scenario'],
])('%s keeps its sentence and gets its exit code', (error, exitCode, code) => {
  expect(told(error)).toEqual({ exitCode, code, message: error.message });
});

test.each([[new TypeError('x is not a function')], ['a string']])('anything else is a fault of ours, with what to do: %s', (error) => {
  const { exitCode, code, message } = told(error);
  expect({ exitCode, code }).toEqual({ exitCode: 70, code: 'internal' });
  expect(message).toContain('FORLOP_DEBUG=1');
});
