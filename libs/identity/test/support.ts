import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { startDemoProvider, type DemoProvider, type DemoProviderOptions } from '../src/index.js';

export const AUDIENCE = 'forlop:api';
export const API = 'http://localhost:3000/api/v1/arbeidsliste';

/** A real provider on a free port, with its keys at hand. */
export interface Provider extends DemoProvider {
  readonly stateFile: string;
  /** The key that the provider signs with. */
  readonly signingKey: JWK;
  remove(): Promise<void>;
}

export async function startProvider(options: Partial<DemoProviderOptions> = {}): Promise<Provider> {
  const folder = await mkdtemp(join(tmpdir(), 'forlop-identity-'));
  const stateFile = options.stateFile ?? join(folder, 'tilstand.json');
  const provider = await startDemoProvider({ port: 0, audience: AUDIENCE, webUrls: ['http://localhost:3000'], environment: 'development', ...options, stateFile });
  const { signingKey } = JSON.parse(await readFile(stateFile, 'utf8')) as { signingKey: JWK };
  const remove = async () => {
    await provider.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...provider, stateFile, signingKey, remove };
}

/** The port that a provider listens on. */
export const portOf = (provider: DemoProvider): number => Number(new URL(provider.issuer).port);

export interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  /** Default the provider's own key. */
  readonly key?: CryptoKey | Uint8Array;
}

/** A token like the given one but for some header fields and claims; undefined takes one away. */
export async function forged(token: string, signingKey: JWK, { header = {}, claims = {}, key }: Forgery): Promise<string> {
  const payload = JSON.parse(JSON.stringify({ ...decodeJwt(token), ...claims })) as JWTPayload;
  const protectedHeader = JSON.parse(JSON.stringify({ alg: 'RS256', typ: 'at+jwt', kid: signingKey.kid, ...header })) as { alg: string };
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key ?? ((await importJWK(signingKey, 'RS256')) as CryptoKey), { crit: { utvidelse: true } });
}

export interface ProofKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
  readonly thumbprint: string;
}

export async function proofKey(): Promise<ProofKey> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  return { ...pair, jwk, thumbprint: await calculateJwkThumbprint(jwk) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A proof for GET {@link API} made now, but for some claims and header fields. */
export async function proof(key: ProofKey, token: string, { header = {}, claims = {} }: Forgery = {}): Promise<string> {
  const payload = { jti: randomUUID(), htm: 'GET', htu: API, iat: Math.floor(Date.now() / 1_000), ath: sha256(token), ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload)) as JWTPayload).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: key.jwk, ...header }).sign(key.privateKey);
}
