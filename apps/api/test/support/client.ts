import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { addDays, osloDateOf, type OsloDate } from '@forlop/calendar';
import { intakeResultSchema, meSchema, pathwayViewSchema, problemSchema, syntheticFodselsnummer, type Problem } from '@forlop/contracts';
import type * as z from 'zod';
import type { ApiOnDatabase } from './api-on-database.js';

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Who asks when it is not a person: a system of the hospital. */
export const SYSTEM = 'system';

export interface Sent {
  readonly key?: string;
  /** Name of the one who asks; «anne» when it does not matter. */
  readonly actor?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks to the API as a program would, and holds every answer to its schema: no field more, no field less. */
export class Client {
  constructor(private readonly at: { readonly url: string } & Partial<Pick<ApiOnDatabase, 'tokenOf' | 'systemToken'>>) {}

  get url(): string {
    return this.at.url;
  }

  async send(method: string, path: string, body?: unknown, { key, actor = 'anne', headers = {} }: Sent = {}): Promise<Answered> {
    const token = actor === SYSTEM ? this.at.systemToken?.() : this.at.tokenOf?.(actor);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...(token !== undefined && { Authorization: `Bearer ${await token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** Reads, and expects the answer that the schema describes. */
  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return expected(await this.send('GET', `/api/v1${path}`), 200, schema);
  }

  /** Whom the ledger knows the one of that name as. */
  async actorOf(name: string): Promise<string> {
    const me = expected(await this.send('GET', '/api/v1/me', undefined, { actor: name }), 200, meSchema);
    return `${me.kind === 'person' ? 'person' : 'integration'}:${me.id}`;
  }

  /** Writes with a key of its own unless one is given. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, sent: Sent = {}): Promise<Answered> {
    return this.send(method, `/api/v1${path}`, body, { key: randomUUID(), ...sent });
  }

  post(path: string, body: unknown, sent: Sent = {}): Promise<Answered> {
    return this.write('POST', path, body, sent);
  }

  /** Starts a pathway, and gives its id. */
  async refer(referral: object = referralOf()): Promise<string> {
    return expected(await this.post('/referrals', referral), 201, intakeResultSchema).pathwayId;
  }

  view(pathwayId: string, query = ''): Promise<z.output<typeof pathwayViewSchema>> {
    return this.get(`/pathways/${pathwayId}${query}`, pathwayViewSchema);
  }

  fhir(path: string, body: unknown, sent: Sent = {}): Promise<Answered> {
    return this.send('POST', path, body, { actor: SYSTEM, ...sent, headers: { 'Content-Type': 'application/fhir+json', ...sent.headers } });
  }
}

/** The body, when status and schema are as expected. */
export function expected<S extends z.ZodType>({ status, body }: Answered, wanted: number, schema: S): z.output<S> {
  if (status !== wanted) expect({ status, body }).toEqual({ status: wanted, body: 'as the schema says' });
  const parsed = schema.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

/** The problem, when it is one. */
export function problemOf({ status, headers, body }: Answered): Problem {
  expect(headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(body);
  expect(problem.status).toBe(status);
  expect(JSON.stringify(problem)).not.toMatch(/\bat \w+ \(|select |insert |node_modules/i);
  return problem;
}

export const today = (): OsloDate => osloDateOf(new Date().toISOString());
/** So many days ago. */
export const daysAgo = (days: number): OsloDate => addDays(today(), -days);

let serial = 0;
/** A number that no other patient of this test file has. */
export const newNumber = (birthDate = '1988-04-15'): string => syntheticFodselsnummer({ birthDate, serial: serial++, sex: 'kvinne' });
export const fodselsnummer = 'urn:oid:2.16.578.1.12.4.1.4.1';

/** A referral of a patient of its own; `parts` replace its parts. */
export function referralOf(parts: object = {}): object {
  return {
    source: { kind: 'api', system: 'urn:test', id: randomUUID() },
    patient: { identifier: { system: fodselsnummer, value: newNumber() }, name: { given: 'Kari', family: 'Testesen' } },
    mottattdato: daysAgo(3),
    reasonCodes: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'A04' }],
    ...parts,
  };
}
