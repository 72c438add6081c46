import type { JWK } from 'jose';
import { Issuer } from '../issuer.js';
import { TokenClient } from './token-client.js';

/** This system as HelseID knows it, as it is configured. */
export interface MachineSetup {
  readonly issuer: string;
  readonly clientId: string;
  /** The private key as JWK in JSON, kept out of every log. */
  readonly clientKey: { reveal(): string };
  /** Null: the client belongs to one organisation, which HelseID knows. Else the one that it acts for. */
  readonly parent: string | null;
  readonly child: string | null;
}

/** The client that it asks for tokens as. Nothing is contacted before the first token is needed. */
export function machineClient({ issuer, clientId, clientKey, parent, child }: MachineSetup): TokenClient {
  return new TokenClient({
    issuer: new Issuer({ issuer }), clientId, clientKey: JSON.parse(clientKey.reveal()) as JWK,
    actsFor: parent === null ? { kind: 'single-tenant', child } : { kind: 'multi-tenant', parent, child },
  });
}
