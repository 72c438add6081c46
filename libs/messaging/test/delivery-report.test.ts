import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDeliveryReport } from '../src/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** As Exchange writes it: capitals, the whole mail behind it. */
const report = [
  'From: <postmaster@legekontor.example>', 'Subject: Undeliverable', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="=_b"', '',
  '--=_b', 'Content-Type: text/html', '', '<p>Your message could not be delivered.</p>',
  '--=_b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns;mail.legekontor.example', '',
  'Final-recipient: RFC822;lege@legekontor.example', 'ACTION: failed', 'STATUS: 5.1.10', 'Diagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound', '',
  '--=_b', 'Content-Type: message/rfc822', '', 'Message-ID:', ' <a1b2c3@sykehus.example>', 'X-Forlop-Return: a1b2c3.00', 'Subject: Noe venter', '', 'X-Forlop-Return: of the body', '',
  '--=_b--', '',
].join('\r\n');

describe('a delivery report', () => {
  test('is read in other servers’ ways of writing it', async () => {
    expect(await readDeliveryReport(bytes(report))).toEqual({ facts: [{ action: 'failed', status: '5.1.10' }], messageId: '<a1b2c3@sykehus.example>', returnToken: 'a1b2c3.00' });
  });

  test('that is nested hundreds deep is none', async () => {
    const deep = Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('');
    expect(await readDeliveryReport(bytes(deep))).toBeNull();
  });

  test('that is spoilt anywhere is read or is none, and never breaks us', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(report.length), fc.nat(200), fc.string({ unit: 'binary' }), async (from, length, put) => {
        const read = await readDeliveryReport(bytes(report.slice(0, from) + put + report.slice(from + length)));
        for (const { action, status } of read?.facts ?? []) expect(`${action} ${status}`).toMatch(/^(failed|delayed|delivered|relayed|expanded) [245]\.\d+\.\d+$/);
      }),
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (noise) => expect(await readDeliveryReport(noise)).toBeNull()));
  });
});
