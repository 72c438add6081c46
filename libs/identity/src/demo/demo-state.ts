import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { DemoClient } from './demo-clients.js';

/** What the demo provider keeps between starts, so that tokens and clients survive one. */
export interface DemoState {
  /** Private key that tokens are signed with. */
  readonly signingKey: JWK;
  /** The provider's own cookies. */
  readonly cookieKey: string;
  /** Private keys of the clients. */
  readonly clientKeys: Readonly<Record<DemoClient, JWK>>;
}

/** Reads the state, or makes it the first time; the file is readable by its owner only. */
export async function demoState(file: string): Promise<DemoState> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known !== null) return JSON.parse(known) as DemoState;
  const made = await newState();
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(made, null, 2), { mode: 0o600 });
  await rename(draft, file);
  return made;
}

async function newState(): Promise<DemoState> {
  const [signingKey, web, script, system] = await Promise.all([newKey('RS256'), newKey('ES256'), newKey('ES256'), newKey('ES256')]);
  return { signingKey, cookieKey: randomBytes(32).toString('base64url'), clientKeys: { web, script, system } };
}

/** A new private signing key with its id and algorithm. */
export async function newKey(alg: 'RS256' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg, use: 'sig' };
}

/** The part of a key that everybody may have. */
export function publicPart({ kty, kid, alg, use, crv, x, y, n, e }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, kid, alg, use, crv, x, y, n, e })) as JWK;
}
