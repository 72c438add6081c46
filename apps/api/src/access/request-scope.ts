import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import type { Decision, Principal } from '@forlop/access';
import type { Ledger, Transaction } from '@forlop/ledger';

/** Who asks in this request, how far they reach, and the ledger as they may see it. */
export interface RequestAccess {
  readonly principal: Principal;
  readonly decision: Extract<Decision, { allowed: true }>;
  readonly ledger: Ledger;
}

interface Scope {
  access: RequestAccess | null;
  /** Pathways that the request is about, though its answer does not name them in a field of ours. */
  readonly about: Set<string>;
  logWrite: LogsWrite | null;
  /** What the access log says of the request beside its route: numbers and choices, nothing of a patient. */
  readonly detail: Record<string, string | number>;
}

/** Adds what a write did to the access log, in the write's own transaction. */
export type LogsWrite = (transaction: Transaction, body: object) => Promise<void>;

const scopes = new AsyncLocalStorage<Scope>();

/** Gives each request a scope of its own, empty until the guard has let it in. */
export function scopeRequest(_request: Request, _response: Response, next: NextFunction): void {
  scopes.run({ access: null, about: new Set(), detail: {}, logWrite: null }, next);
}

/** Lets the request in. */
export function enter(access: RequestAccess): void {
  scopes.getStore()!.access = access;
}

/** Who was let in. @throws Error where nobody was: an endpoint open to all has no business with patients. */
export function currentAccess(): RequestAccess {
  const access = scopes.getStore()?.access;
  if (access == null) throw new Error('Ingen er sluppet inn i denne forespørselen.');
  return access;
}

/** Says that the request is about these pathways, for the access log: an answer in FHIR names them in words alone. */
export function concerns(pathwayIds: readonly string[]): void {
  for (const id of pathwayIds) scopes.getStore()?.about.add(id);
}

/** Says more of the request, for the access log: how much, and by which choices. Never anything of a patient. */
export function noted(detail: Readonly<Record<string, string | number>>): void {
  Object.assign(scopes.getStore()?.detail ?? {}, detail);
}

/** What {@link noted} has said. */
export const notedDetail = (): Readonly<Record<string, string | number>> => scopes.getStore()?.detail ?? {};

/** What {@link concerns} has said. */
export const concernedPathways = (): readonly string[] => [...(scopes.getStore()?.about ?? [])];

/** Says how this request's write is logged. */
export function logsWriteBy(log: LogsWrite): void {
  scopes.getStore()!.logWrite = log;
}

/** Logs what the request has written, together with it: both are committed or neither, and the disk is waited for once. */
export async function logWrite(transaction: Transaction, body: object): Promise<void> {
  await scopes.getStore()?.logWrite?.(transaction, body);
}

/**
 * The ledger that services are given: each call goes to the request's own, so that none can forget to say on whose
 * behalf it reads. Outside a request, and before the guard, there is none.
 */
export function requestLedger(base: Ledger): Ledger {
  return new Proxy(base, {
    get: (_, name) => {
      // The framework looks for its own hooks on everything that it is given, and asks of what class it is.
      if (!(name in base) || name in Object.prototype) return Reflect.get(base, name);
      const { ledger } = currentAccess();
      const value: unknown = Reflect.get(ledger, name);
      return typeof value === 'function' ? value.bind(ledger) : value;
    },
  });
}
