import { createHash, createPublicKey, createVerify } from 'node:crypto';

/** Verifies a mail's DKIM signature (RFC 6376, relaxed/relaxed, rsa-sha256) by the private key's public half. @returns what it covers; null when it does not hold. */
export function verifiedDkim(raw: string, privateKey: string): { readonly headers: readonly string[]; readonly domain: string | undefined } | null {
  const [head = '', ...bodyParts] = raw.split('\r\n\r\n');
  const headers = head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n').map((line) => ({ name: line.slice(0, line.indexOf(':')).toLowerCase(), value: line.slice(line.indexOf(':') + 1) }));
  const signature = headers.find(({ name }) => name === 'dkim-signature')?.value ?? '';
  const tags = new Map(signature.split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replaceAll(/\s/g, '')]));
  const body = relaxedBody(bodyParts.join('\r\n\r\n'));
  const names = (tags.get('h') ?? '').toLowerCase().split(':');
  const signed = names.map((name) => relaxed(name, headers.find((header) => header.name === name)?.value ?? '')).join('\r\n');
  const unsigned = relaxed('dkim-signature', signature.replace(/([;\s]b=)[^;]*/, '$1'));
  const verify = createVerify('RSA-SHA256').update(`${signed}\r\n${unsigned}`, 'latin1');
  const holds = createHash('sha256').update(body, 'utf8').digest('base64') === tags.get('bh') && verify.verify(createPublicKey(privateKey), tags.get('b') ?? '', 'base64');
  return holds ? { headers: names, domain: tags.get('d') } : null;
}

const relaxed = (name: string, value: string): string => `${name}:${value.replaceAll(/\s+/g, ' ').trim()}`;

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
}
