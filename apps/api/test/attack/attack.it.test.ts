import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemScopes, type Role } from '@forlop/access';
import { systems, type Referral } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from '../support/api-on-database.js';
import { newNumber, referralOf, today } from '../support/client.js';
import { newHouse, newPerson, personToken, systemToken, type House } from '../support/people.js';
import { columns, expectedOf, matrix } from './matrix.js';

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly example: unknown;
  readonly type: string;
}

interface Tenant {
  readonly house: House;
  readonly hospital: string;
  /** A pathway that everyone here who can reach a patient reaches. */
  readonly pathwayId: string;
  readonly eventId: string;
  readonly family: string;
  readonly number: string;
  readonly tokens: Readonly<Record<Role, string>>;
}

let running: ApiOnDatabase;
let operations: readonly Operation[];
let [ours, theirs]: Tenant[] = [];

beforeAll(async () => {
  running = await apiOnDatabase();
  operations = operationsOf(running.document);
  ours = await tenant('Nordre sykehus', 'Granskogsen', 1);
  theirs = await tenant('Søndre sykehus', 'Furuskogsen', 2);
}, 120_000);
afterAll(() => running?.close());

function operationsOf(document: ApiOnDatabase['document']): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as object).map(([method, operation]) => {
      const content = (operation as { requestBody?: { content?: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> } }).requestBody?.content ?? {};
      const [type = 'application/json', media = {}] = Object.entries(content)[0] ?? [];
      return { name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, example: media.example ?? Object.values(media.examples ?? {})[0]?.value, type };
    }),
  );
}

/** A hospital with one of each role and a patient whom all of them reach who can. */
async function tenant(hospital: string, family: string, n: number): Promise<Tenant> {
  const { ledger, issuer } = running;
  const house = await newHouse(ledger, hospital);
  const number = newNumber();
  const referral = referralOf({ receiver: { system: systems.organisasjonsnummer, value: house.number }, patient: { identifier: { system: systems.fodselsnummer, value: number }, name: { given: 'Kari', family } } });
  const { pathwayId } = await ledger.intake(referral as Referral, { kind: 'system', id: 'prove' });
  const people: Partial<Record<Role, string>> = {};
  for (const role of columns) {
    if (role === 'system') {
      people[role] = await systemToken(issuer, house, Object.values(systemScopes));
      continue;
    }
    const hprNumber = role === 'fastlege' || role === 'lms' || role === 'local-contact' ? String(9_900_200 + n * 10 + columns.indexOf(role)) : undefined;
    const person = await newPerson(ledger, `${role}-${n}`, house, role === 'fastlege' ? [] : [role], hprNumber);
    if (hprNumber !== undefined) await ledger.grantAccess(pathwayId, { hprNumber, role: role === 'fastlege' ? 'fastlege' : 'deltaker' }, { kind: 'system', id: 'prove' });
    people[role] = await personToken(issuer, person);
  }
  return { house, hospital, pathwayId, eventId: (await ledger.patientView(pathwayId)).timeline[0]!.id, family, number, tokens: people as Tenant['tokens'] };
}

/** A command that the definition leaves to the role. */
const ownCommands: Partial<Readonly<Record<Role, string>>> = { fastlege: 'registrer-kontakt', lms: 'tilby-lms' };

/** A request to the operation about a patient, as somebody who knows the address would make it. */
async function attempt({ method, path, example, type }: Operation, about: { readonly pathwayId: string; readonly eventId: string }, token: string | null, role: Role = 'coordinator', given?: object) {
  const address = path
    .replace(/(?<=\/(pathways|quarantine)\/)\{id\}/, about.pathwayId)
    .replace('{eventId}', about.eventId)
    .replace('{command}', ownCommands[role] ?? 'meld-risiko')
    .replace('{role}', 'fastlege')
    .replace('{wording}', 'remind')
    .replace('{key}', 'FRIST-VURDERING')
    .replace('/definitions/{id}/{version}', '/definitions/langvarig-utmattelse/1.0.0')
    .replace(/\{(grant|hold|erasure|session|receiver|resource|subscriber|message|view|schedule|run|course|offer|meeting|participant|job)\}/g, () => randomUUID());
  const body = given ?? (path.endsWith('/facts') ? { facts: [{ type: 'risikoMeldt', occurredOn: today(), data: { gjelder: 'vurdering' } }] }
    : path.endsWith('/search') ? { name: ours!.family }
    : example);
  const response = await fetch(`${running.url}${address}`, {
    method,
    headers: { ...(token !== null && { Authorization: `Bearer ${token}` }), 'Idempotency-Key': randomUUID(), ...(body !== undefined && { 'Content-Type': path.includes('/fhir') ? 'application/fhir+json' : type }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const aboutPatient = (path: string): boolean => /\/(pathways|quarantine)\/\{id\}/.test(path);
/** Break-glass is for those who do not see the patient. */
const forStrangers = (path: string): boolean => path.endsWith('/break-glass');

test('the matrix says what each role meets at every endpoint there is, and at no other', () => {
  expect(Object.keys(matrix).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe('every endpoint × every role', () => {
  test('nobody gets in without a log-in', async () => {
    for (const operation of operations) {
      const { status } = await attempt(operation, ours!, null);
      const open = expectedOf(operation.name, 'coordinator') === 'o';
      expect([operation.name, open ? status !== 401 : status]).toEqual([operation.name, open ? true : 401]);
    }
  }, 120_000);

  test.each(columns)('%s meets what the matrix says', async (role) => {
    for (const operation of operations) {
      const { status } = await attempt(operation, ours!, ours!.tokens[role], role);
      const letter = expectedOf(operation.name, role);
      const met = status === 403 ? '-' : status === 401 ? 'no log-in' : status >= 500 ? `broke: ${status}` : letter === 'o' ? 'o' : 'y';
      expect([operation.name, met]).toEqual([operation.name, letter]);
    }
  }, 120_000);

  test.each(columns)('%s of another hospital learns nothing about a patient of ours, not even that she exists', async (role) => {
    const nobody = { pathwayId: randomUUID(), eventId: randomUUID() };
    for (const operation of operations.filter(({ path }) => !forStrangers(path))) {
      const ofOurs = await attempt(operation, ours!, theirs!.tokens[role], role);
      expect([operation.name, ofOurs.text.includes(ours!.family), ofOurs.text.includes(ours!.number)]).toEqual([operation.name, false, false]);
      if (!aboutPatient(operation.path) || expectedOf(operation.name, role) !== 'y') continue;
      const ofNobody = await attempt(operation, nobody, theirs!.tokens[role], role);
      expect([operation.name, ofOurs.status]).toEqual([operation.name, 404]);
      expect([operation.name, withoutId(ofOurs.text)]).toEqual([operation.name, withoutId(ofNobody.text)]);
    }
  }, 120_000);
});

/** Every answer has a correlation id of its own. */
const withoutId = (text: string): string => text.replace(/"correlationId":"[^"]+"/, '');

describe('tokens', () => {
  const path = '/api/v1/worklist';
  const status = async (token: string) => (await fetch(`${running.url}${path}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  const claims = () => ({ subject: 'x', personNumber: newNumber(), organisationNumber: ours!.house.number });

  test('one that is expired, for others or not from our provider is answered alike', async () => {
    const { issuer } = running;
    const now = Math.floor(Date.now() / 1000);
    const expired = await issuer.token(claims(), { exp: now - 60 });
    const [head, body, signature] = (await issuer.token(claims())).split('.') as [string, string, string];
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.`;
    const changed = `${head}.${Buffer.from(Buffer.from(body, 'base64url').toString().replace('forlop', 'andre')).toString('base64url')}.${signature}`;
    const forOthers = await issuer.token(claims(), { aud: 'andre:api' });
    const fromOthers = await issuer.token(claims(), { iss: `${issuer.issuer}/` });
    const notYet = await issuer.token(claims(), { nbf: now + 600 });
    const answers = [];
    const before = running.refusals.length;
    for (const token of [expired, forOthers, fromOthers, notYet, unsigned, changed, 'tull', `${head}.${body}.${'A'.repeat(signature.length)}`]) {
      const response = await fetch(`${running.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
      answers.push([response.status, withoutId(await response.text())]);
    }
    expect(new Set(answers.map(([code]) => code))).toEqual(new Set([401]));
    expect(new Set(answers.map(([, text]) => text)).size).toBe(1);
    // What the caller is not told, the log is.
    expect(running.refusals.slice(before)).toEqual(['expired', 'wrong-audience', 'wrong-issuer', 'not-yet-valid', 'wrong-algorithm', 'bad-signature', 'invalid-token', 'bad-signature']);
  });

  test('a cookie that was made up or tampered with is no log-in', async () => {
    const { clientKey } = running.issuer;
    for (const content of ['tull', 'A'.repeat(300), `${Buffer.from(JSON.stringify({ identity: { subject: 'koordinator' }, alg: clientKey.alg })).toString('base64url')}`]) {
      const response = await fetch(`${running.url}${path}`, { headers: { Cookie: `forlop-session=${content}; __Host-forlop-session=${content}` } });
      expect([response.status, (await response.text()).includes(ours!.pathwayId)]).toEqual([401, false]);
    }
  });

  test('someone who can log in but has no role sees nothing', async () => {
    expect(await status(await running.issuer.token(claims()))).toBe(403);
  });

  test('a role at one hospital is none at another', async () => {
    const person = await newPerson(running.ledger, 'gjest', ours!.house, ['coordinator']);
    expect(await status(await personToken(running.issuer, person))).toBe(200);
    expect(await status(await personToken(running.issuer, { ...person, house: theirs!.house }))).toBe(403);
  });
});

test('what was seen and what was refused stands in the log, by whom and for which hospital', async () => {
  const log = async (query: string) => JSON.parse((await attempt({ method: 'GET', path: `/api/v1/access-log?${query}`, name: '', example: undefined, type: '' }, ours!, ours!.tokens.auditor)).text) as { rows: { action: string; outcome: string; role: string; unitName: string; pathwayIds: string[] }[] };
  const refused = (await log('outcome=refused&limit=200')).rows;
  expect(refused.length).toBeGreaterThan(50);
  expect(new Set(refused.map(({ unitName }) => unitName))).toEqual(new Set([ours!.hospital]));
  const extract = JSON.parse((await attempt({ method: 'GET', path: '/api/v1/pathways/{id}/access-log', name: '', example: undefined, type: '' }, ours!, ours!.tokens.coordinator)).text) as { rows: { outcome: string; role: string; unitName: string }[] };
  expect(extract.rows.length).toBeGreaterThan(20);
  expect(new Set((await running.ledger.accessLog({ pathwayId: ours!.pathwayId, outcome: 'refused', limit: 200 })).rows.map(({ unitName }) => unitName))).toContain(theirs!.hospital);
  expect((await running.ledger.verifyAccessLog()).differences).toEqual([]);
});

test('a search finds one’s own patients; another’s are as if they were not, by name and by number', async () => {
  const hits = async (body: object, token: string) => {
    const answer = await attempt({ method: 'POST', path: '/api/v1/search', name: '', example: undefined, type: 'application/json' }, ours!, token, 'coordinator', body);
    return (JSON.parse(answer.text) as { hits: { pathwayId: string }[] }).hits.map(({ pathwayId }) => pathwayId);
  };
  for (const body of [{ name: ours!.family }, { identifier: { value: ours!.number } }]) {
    expect(await hits(body, ours!.tokens.coordinator)).toEqual([ours!.pathwayId]);
    expect(await hits(body, theirs!.tokens.coordinator)).toEqual([]);
  }
});

test('the log of another’s patient is as that of a patient who does not exist', async () => {
  const log = async (pathwayId: string) => {
    const { status, text } = await attempt({ method: 'GET', path: `/api/v1/access-log?pathwayId=${pathwayId}`, name: '', example: undefined, type: '' }, ours!, theirs!.tokens.auditor);
    return [status, withoutId(text)];
  };
  expect(await log(ours!.pathwayId)).toEqual(await log(randomUUID()));
});

test('whoever takes part in a step is not the patient’s doctor for being in the register: she sees the step, and nothing after it', async () => {
  const { ledger, issuer } = running;
  const by = { kind: 'system', id: 'prove' } as const;
  const lms = await newPerson(ledger, 'lms-i-steg', ours!.house, ['lms'], '9900299');
  const elsewhere = { ...lms, house: theirs!.house };
  await ledger.grantAccess(ours!.pathwayId, { hprNumber: '9900299', role: 'lms' }, by);
  const statuses = async () => Promise.all([lms, elsewhere].flatMap((person) => ['', '/timeline'].map(async (part) =>
    (await attempt({ method: 'GET', path: `/api/v1/pathways/{id}${part}`, name: '', example: undefined, type: '' }, ours!, await personToken(issuer, person))).status)));
  // Her role takes part in follow-up; the patient has only been referred.
  expect(await statuses()).toEqual([404, 403, 404, 404]);
});

test('the auditor sees dates and not people', async () => {
  const view = JSON.parse((await attempt({ method: 'GET', path: '/api/v1/pathways/{id}', name: '', example: undefined, type: '' }, ours!, ours!.tokens.auditor)).text) as { patient: object; clocks: unknown[]; timeline: { text: string | null }[] };
  expect(view.patient).toMatchObject({ name: null, birthDate: null, identifier: null, phone: null, address: null });
  expect(view.clocks.length).toBeGreaterThan(0);
  expect(view.timeline.map(({ text }) => text).filter((text) => text !== null)).toEqual([]);
});
