import { createHash } from 'node:crypto';

/** The name space of Forløp's message ids (RFC 9562, 5.5): a UUID of its own, drawn once and never changed. */
const NAME_SPACE = Buffer.from('b2a7c1f45d0e4c6f9a3e71d8f20c64b5', 'hex');

/** The MsgId of a message: a UUID of version 5 from our own opaque id, so that the same message always has the same. */
export function msgIdOf(messageId: string): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(messageId, 'utf8').digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
