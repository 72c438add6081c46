import { createHash } from 'node:crypto';
import type { SignatureChecker, Signer } from '@forlop/crypto';
import { canonicalJson, type Json } from '@forlop/pathway';

/** What a signed line holds: plain data, as canonical JSON. */
export type LineContent = Readonly<Record<string, Json>>;

/** A line that was read: what it says and the hash that the next line names, or why it is not to be trusted. */
export type ReadLine<Content> =
  | { readonly ok: true; readonly content: Content; readonly hash: string }
  | { readonly ok: false; readonly why: 'unreadable' | 'bad-signature' | 'unknown-key'; readonly sentence: string };

const bytesOf = (content: LineContent): Buffer => Buffer.from(canonicalJson(content), 'utf8');

/** SHA-256 of what a line says, hex: the next line names it, so that no line can be taken out. */
export const lineHash = (content: LineContent): string => createHash('sha256').update(bytesOf(content)).digest('hex');

/** The content as one signed line, without a line ending. */
export async function signedLine(signer: Signer, content: LineContent): Promise<string> {
  const signature = await signer.sign(bytesOf({ ...content, keyId: signer.keyId }));
  return canonicalJson({ ...content, keyId: signer.keyId, signature: signature.toString('base64') });
}

/** Reads a line and checks its signature. `isContent` says whether it is of the wanted kind. */
export function readSignedLine<Content>(line: string, checker: SignatureChecker, isContent: (value: LineContent) => boolean): ReadLine<Content> {
  const parsed = parse(line);
  if (parsed === null) return { ok: false, why: 'unreadable', sentence: 'Linjen kan ikke leses.' };
  const { signature, ...signed } = parsed;
  const { keyId, ...content } = signed;
  if (typeof signature !== 'string' || typeof keyId !== 'string' || !isContent(content)) return { ok: false, why: 'unreadable', sentence: 'Linjen har ikke det den skal ha.' };
  const verdict = checker.check(keyId, bytesOf(signed), Buffer.from(signature, 'base64'));
  if (verdict === 'good') return { ok: true, content: content as Content, hash: lineHash(content) };
  return verdict === 'bad'
    ? { ok: false, why: 'bad-signature', sentence: 'Signaturen stemmer ikke: linjen er endret, eller noen andre har laget den.' }
    : { ok: false, why: 'unknown-key', sentence: `Linjen er signert med nøkkelen «${keyId}», som ikke er kjent her.` };
}

function parse(line: string): Record<string, Json> | null {
  try {
    const value = JSON.parse(line) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as Record<string, Json>) } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
