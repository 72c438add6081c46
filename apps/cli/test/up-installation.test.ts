import { describe, expect, test } from '@jest/globals';
import { portEnv, wantedPorts } from '../src/up-installation.js';

describe("the apps' ports", () => {
  test('are the usual ones', () => {
    expect(wantedPorts({})).toEqual({ api: 3000, worker: 3001, courier: 3002, login: 3003 });
  });

  test('can be chosen, each on its own', () => {
    expect(wantedPorts({ PORT_API: '8080', PORT_WORKER: '' })).toEqual({ api: 8080, worker: 3001, courier: 3002, login: 3003 });
  });

  test.each(['0', '65536', '80a', '-1', '3000.5'])('are refused when they are no port: %s', (text) => {
    expect(() => wantedPorts({ PORT_COURIER: text })).toThrow(`PORT_COURIER må være et portnummer fra 1 til 65535, ikke «${text}».`);
  });

  test('are told to every app', () => {
    expect(portEnv({ api: 1, worker: 2, courier: 3, login: 4 })).toEqual({ PORT_API: '1', PORT_WORKER: '2', PORT_COURIER: '3', PORT_LOGIN: '4' });
  });
});
