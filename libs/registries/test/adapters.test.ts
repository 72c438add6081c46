import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { adresseregisteret, byHelseId, byNothing, byPassword, fastlegeregisteret, persontjenesten, RegistryError, type Authorise } from '../src/index.js';
import { startRegistrySimulator, type RegistrySimulator } from '../src/simulator/index.js';

const now = () => new Date('2026-03-20T11:00:00Z');
const today = osloDate('2026-03-20');
/** Numbers of the synthetic series; whether they belong to anybody's birth date plays no part here. */
const numbers = Array.from({ length: 200 }, (_, i) => `01815${String(i).padStart(6, '0')}`);

let simulator: RegistrySimulator;
beforeEach(async () => { simulator = await startRegistrySimulator({ seed: 'prøve', now }); });
afterEach(() => simulator.close());

const endpoint = (baseUrl: string, authorise: Authorise = byNothing, timeoutMs = 5_000) => ({ baseUrl, authorise, timeoutMs, now });
const persons = () => persontjenesten(endpoint(simulator.urls.persontjenesten));
const gps = () => fastlegeregisteret(endpoint(simulator.urls.fastlegeregisteret));
const addresses = () => adresseregisteret(endpoint(simulator.urls.adresseregisteret));

async function order(what: string, body: unknown): Promise<number> {
  const { status } = await fetch(`${simulator.urls.persontjenesten}/simulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return status;
}

/** The first number whose person has a fastlege of her own, shares a list, or has none. */
const numberWith = (kind: 'own' | 'shared' | 'none'): string =>
  numbers.find((nin) => {
    const place = simulator.town.person(nin)!.list;
    return kind === 'none' ? place === null : place !== null && simulator.town.list(place.id)!.shared === (kind === 'shared');
  })!;

describe('a person', () => {
  test('is known by name, address and protection, with the instant of the answer', async () => {
    const [nin] = numbers;
    const { value, asOf, source } = await persons().person(nin!);
    expect({ asOf, source }).toEqual({ asOf: '2026-03-20T11:00:00.000Z', source: 'persontjenesten' });
    const { name, address } = simulator.town.person(nin!)!;
    expect(value).toEqual({
      registryId: simulator.town.person(nin!)!.id, personNumber: nin, name, death: null, protection: 'ugradert',
      address: { lines: [`${address.street} ${address.house}`], postalCode: '0001', city: 'OSLO', municipality: '0301', movedOn: address.movedOn },
    });
  });

  test('is the same for the same seed, and another for another', async () => {
    const again = await startRegistrySimulator({ seed: 'prøve', now });
    const other = await startRegistrySimulator({ seed: 'en annen', now });
    try {
      const people = (one: RegistrySimulator) => numbers.map((nin) => one.town.person(nin));
      expect(people(again)).toEqual(people(simulator));
      expect(people(other)).not.toEqual(people(simulator));
    } finally {
      await Promise.all([again.close(), other.close()]);
    }
  });

  test('is nobody outside the synthetic series', async () => {
    expect((await persons().person('01010100000')).value).toBeNull();
  });

  test('dies, on a day or on one that nobody knows; the registry takes it back', async () => {
    const nin = numbers[0]!;
    await order('die', { nin, on: '2026-03-18' });
    expect((await persons().person(nin)).value?.death).toEqual({ on: '2026-03-18', registeredOn: '2026-03-20' });
    await order('die', { nin, on: null });
    expect((await persons().person(nin)).value?.death).toEqual({ on: null, registeredOn: '2026-03-20' });
    await order('revive', { nin });
    expect((await persons().person(nin)).value?.death).toBeNull();
  });

  test.each(['klientadresse', 'fortrolig', 'strengtFortrolig', 'ugradert'] as const)('%s', async (protection) => {
    await order('protect', { nin: numbers[1], protection });
    expect((await persons().person(numbers[1]!)).value?.protection).toBe(protection);
  });

  test('moves, and the feed tells of all that changed, without her number', async () => {
    expect((await persons().latestEvent()).value).toBeNull();
    await order('move', { nin: numbers[2], street: 'Nyveien', on: '2026-03-15' });
    await order('die', { nin: numbers[3], on: '2026-03-18' });
    expect((await persons().person(numbers[2]!)).value?.address).toMatchObject({ movedOn: '2026-03-15', lines: [expect.stringContaining('Nyveien')] });
    const { value } = await persons().events(1);
    expect(value).toEqual([
      { sequence: 1, registryId: simulator.town.person(numbers[2]!)!.id, type: 'ChangeInResidentialAddress' },
      { sequence: 2, registryId: simulator.town.person(numbers[3]!)!.id, type: 'PersonIsDeceased' },
    ]);
    expect((await persons().events(3)).value).toEqual([]);
    expect((await persons().latestEvent()).value).toEqual(value[1]);
  });
});

describe('a fastlege', () => {
  test('one, several, none: most have one', async () => {
    const one = (await gps().contractOn(numberWith('own'), today)).value!;
    expect(one).toMatchObject({ shared: false, to: null, office: { orgNumber: expect.stringMatching(/^31\d{7}$/) } });
    expect(one.doctors).toEqual([{ hprNumber: expect.stringMatching(/^91\d{5}$/), name: expect.any(String), role: 'fastlege', substitutesFor: null, from: '2012-01-01', to: null }]);
    const shared = (await gps().contractOn(numberWith('shared'), today)).value!;
    expect([shared.shared, shared.doctors.length]).toEqual([true, 2]);
    expect((await gps().contractOn(numberWith('none'), today)).value).toBeNull();
    const all = await Promise.all(numbers.map((nin) => gps().contractOn(nin, today)));
    expect(all.filter(({ value }) => value !== null).length).toBeGreaterThan(160);
  });

  test('is another from a day on; on a day before that there was none', async () => {
    const nin = numberWith('own');
    const before = (await gps().contractOn(nin, today)).value!;
    await order('fastlege', { nin, list: 'another', from: '2026-03-10' });
    const after = (await gps().contractOn(nin, today)).value!;
    expect(after.from).toBe('2026-03-10');
    expect(after.contractId).not.toBe(before.contractId);
    expect((await gps().contractOn(nin, osloDate('2026-03-10'))).value).toEqual(after);
    expect((await gps().contractOn(nin, osloDate('2026-03-09'))).value).toBeNull();
    await order('fastlege', { nin, list: 'shared', from: '2026-03-11' });
    expect((await gps().contractOn(nin, today)).value?.shared).toBe(true);
    await order('fastlege', { nin, list: null, from: '2026-03-12' });
    expect((await gps().contractOn(nin, today)).value).toBeNull();
  });

  test('whose office closes: the list is without a doctor, and messages reach nobody there', async () => {
    const nin = numberWith('own');
    const { office, gpHerId, doctors } = (await gps().contractOn(nin, today)).value!;
    expect(await order('close-office', { orgNumber: office!.orgNumber })).toBe(200);
    expect((await gps().contractOn(nin, today)).value).toMatchObject({ doctors: [], gpHerId: expect.stringMatching(/^815/) });
    expect((await addresses().byHerId(gpHerId!)).value?.receivesMessages).toBe(false);
    expect((await addresses().ofPerson(doctors[0]!.hprNumber)).value.map(({ receivesMessages }) => receivesMessages)).toEqual([false]);
  });
});

describe('an address', () => {
  test('of a HER-id, of a doctor, of an office', async () => {
    const { gpHerId, doctors, office } = (await gps().contractOn(numberWith('own'), today)).value!;
    const byHerId = await addresses().byHerId(gpHerId!);
    expect(byHerId.value).toMatchObject({ herId: gpHerId, kind: 'person', hprNumber: doctors[0]!.hprNumber, receivesMessages: true, parent: { orgNumber: office!.orgNumber } });
    expect((await addresses().ofPerson(doctors[0]!.hprNumber)).value).toEqual([byHerId.value]);
    expect((await addresses().ofOrganisation(office!.orgNumber!)).value).toMatchObject({ kind: 'organisation', herId: byHerId.value!.parent!.herId, orgNumber: office!.orgNumber });
    expect((await addresses().byHerId('1')).value).toBeNull();
    expect((await addresses().ofPerson('1')).value).toEqual([]);
    expect((await addresses().ofOrganisation('999999999')).value).toBeNull();
  });
});

describe('when a registry misbehaves', () => {
  const asks = { persontjenesten: () => persons().person(numbers[0]!), fastlegeregisteret: () => gps().contractOn(numbers[0]!, today), adresseregisteret: () => addresses().byHerId('8200001') } as const;
  const names = Object.keys(asks) as (keyof typeof asks)[];

  test.each(names.flatMap((name) => ([['down', 'unavailable'], ['closed', 'not-authorised'], ['nonsense', 'nonsense']] as const).map(([mode, code]) => [name, mode, code] as const)))(
    '%s is %s: %s', async (name, mode, code) => {
      await order('behave', { registry: name, behaviour: { mode } });
      await expect(asks[name]()).rejects.toMatchObject({ name: 'RegistryError', code, source: name });
      await order('behave', { registry: name, behaviour: { mode: 'ok' } });
      expect((await asks[name]()).source).toBe(name);
    });

  test.each(names)('%s is slow: unavailable when the time is up', async (name) => {
    await order('behave', { registry: name, behaviour: { mode: 'slow', ms: 60_000 } });
    const slow = { persontjenesten: () => persontjenesten(endpoint(simulator.urls.persontjenesten, byNothing, 50)).person(numbers[0]!), fastlegeregisteret: () => fastlegeregisteret(endpoint(simulator.urls.fastlegeregisteret, byNothing, 50)).contractOn(numbers[0]!, today),
      adresseregisteret: () => adresseregisteret(endpoint(simulator.urls.adresseregisteret, byNothing, 50)).byHerId('8200001') };
    await expect(slow[name]()).rejects.toMatchObject({ code: 'unavailable', detail: 'tidsfristen gikk ut' });
  });

  test('an order that makes no sense is refused', async () => {
    expect(await order('die', { nin: '123', on: '2026-03-18' })).toBe(400);
    expect(await order('die', { nin: '01010100000', on: '2026-03-18' })).toBe(422);
    expect(await order('resurrect', {})).toBe(404);
  });
});

describe('being let in', () => {
  test('a token is bound to the request where it has a proof; the older service takes a password', async () => {
    const seen: unknown[] = [];
    const authorise = byHelseId(async (request) => { seen.push(request); return { token: 't', proof: 'p' }; });
    expect(await authorise({ method: 'GET', url: 'http://x/y' })).toEqual({ authorization: 'DPoP t', dpop: 'p' });
    expect(await byHelseId(async () => ({ token: 't' }))({ method: 'GET', url: 'http://x/y' })).toEqual({ authorization: 'Bearer t' });
    expect(await byPassword('bruker', 'æøå')({ method: 'GET', url: 'http://x/y' })).toEqual({ authorization: `Basic ${Buffer.from('bruker:æøå').toString('base64')}` });
    const closed = await startRegistrySimulator({ now, requireAuthorisation: true });
    try {
      await expect(persontjenesten(endpoint(closed.urls.persontjenesten)).person(numbers[0]!)).rejects.toMatchObject({ code: 'not-authorised' });
      expect((await persontjenesten(endpoint(closed.urls.persontjenesten, authorise)).person(numbers[0]!)).value).not.toBeNull();
      // The proof is for the address without its query.
      expect(seen.at(-1)).toEqual({ method: 'POST', url: `${closed.urls.persontjenesten}/api/v3/full-access/person/get-by-nin` });
    } finally {
      await closed.close();
    }
  });
});

describe('answers that are wrong', () => {
  let server: Server;
  let reply: { status: number; body: string; headers?: Record<string, string> };
  let url: string;
  beforeEach(async () => {
    server = createServer((_, response) => response.writeHead(reply.status, reply.headers).end(reply.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const soap = (inner: string) => `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><GetPatientGPDetailsResponse xmlns="http://schemas.nhn.no/reg/flr"><GetPatientGPDetailsResult>${inner}</GetPatientGPDetailsResult></GetPatientGPDetailsResponse></s:Body></s:Envelope>`;
  const whole = (nin: string) => `<GPContractId>7</GPContractId><PatientNIN>${nin}</PatientNIN><Period><From>2024-01-01T00:00:00</From></Period>`;

  test.each<[string, number, string, RegistryError['code']]>([
    ['half of it', 200, soap(whole('01815000000')).slice(0, 200), 'nonsense'],
    ['a document type', 200, `<!DOCTYPE x [<!ENTITY a "b">]>${soap('&a;')}`, 'nonsense'],
    ['nested without end', 200, `${'<a>'.repeat(50)}http://www.w3.org/2003/05/soap-envelope`, 'nonsense'],
    ['no SOAP', 200, '<html>Velkommen</html>', 'nonsense'],
    ['somebody else’s contract', 200, soap(whole('01815000001')), 'nonsense'],
    ['a contract without a beginning', 200, soap('<GPContractId>7</GPContractId>'), 'nonsense'],
    ['a fault that is not about her', 500, '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Reason><s:Text>ArgumentException: Ugyldig</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>', 'refused'],
    ['busy', 429, '', 'unavailable'],
  ])('Fastlegeregisteret: %s', async (_, status, body, code) => {
    reply = { status, body };
    await expect(fastlegeregisteret(endpoint(url)).contractOn('01815000000', today)).rejects.toMatchObject({ code });
  });

  test('Fastlegeregisteret writes times with or without an offset', async () => {
    const offset = (time: string) => `<From xmlns:d="http://schemas.datacontract.org/2004/07/System"><d:DateTime>${time}</d:DateTime><d:OffsetMinutes>60</d:OffsetMinutes></From>`;
    reply = { status: 200, body: soap(`<GPContractId>7</GPContractId><Period>${offset('2023-12-31T23:00:00Z')}</Period>`) };
    expect((await fastlegeregisteret(endpoint(url)).contractOn('01815000000', today)).value).toMatchObject({ contractId: '7', from: '2024-01-01', to: null, doctors: [], office: null });
  });

  test.each<[string, number, string, RegistryError['code']]>([
    ['not JSON', 200, '<html>', 'nonsense'],
    ['without a status of the person', 200, '{"id":"1","name":[{"familyName":"Hemmelig"}]}', 'nonsense'],
    ['a level that nobody knows', 200, '{"id":"1","status":[{}],"addressProtection":[{"protectionLevel":"Hemmelig"}]}', 'nonsense'],
    ['refused', 400, '{}', 'refused'],
    ['too large', 200, `"${'x'.repeat(4_100_000)}"`, 'unavailable'],
  ])('Persontjenesten: %s, and the error says nothing of her', async (_, status, body, code) => {
    reply = { status, body };
    const error = await persontjenesten(endpoint(url)).person('01815000000').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify([String(error), (error as RegistryError).detail])).not.toMatch(/Hemmelig|01815000000/);
  });

  test('nobody is followed elsewhere with a person’s number', async () => {
    reply = { status: 307, body: '', headers: { location: simulator.urls.persontjenesten } };
    await expect(persontjenesten(endpoint(url)).person('01815000000')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
