import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { buildDialognotat, businessDocumentFaults, readAppRec, readBusinessDocument, readDialogmelding, type DocumentFault, type Parsed } from '@forlop/dialogmelding';
import { appRecXml } from './app-recs.js';
import { bytes, message } from './messages.js';

const document = buildDialognotat(message).document;
const faultOf = (parsed: Parsed<unknown>): DocumentFault | null => (parsed.ok ? null : parsed.fault);
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe.each<[string, string, (document: Uint8Array) => Parsed<unknown>]>([
  ['an AppRec', appRecXml(), readAppRec],
  ['a dialogmelding', document, readDialogmelding],
  ['whatever comes in', document, readBusinessDocument],
])('%s', (_what, good, read) => {
  test.each<[string, Uint8Array, Partial<DocumentFault>]>([
    ['empty', bytes(''), { code: 'empty' }],
    ['nothing but blanks', bytes('\n \n'), { code: 'empty' }],
    ['only a declaration', bytes(HEAD), { code: 'not-well-formed' }],
    ['truncated', bytes(good.slice(0, -20)), { code: 'not-well-formed' }],
    ['truncated in a tag', bytes(good.slice(0, 200)), { code: 'not-well-formed' }],
    ['two documents', bytes(good + good.replace(HEAD, '')), { code: 'not-well-formed' }],
    ['two documents with declarations', bytes(good + good), { code: 'not-well-formed' }],
    ['not XML', bytes('{"error":"Could not find database document"}'), { code: 'not-well-formed', line: 1 }],
    ['a control character', bytes(good.replace('V="', 'V="\u0001')), { code: 'not-well-formed' }],
    ['another root', bytes(`${HEAD}<html/>`), { code: 'unknown-document', line: 2, path: '/html' }],
    ['a wrong namespace', bytes(good.replaceAll('http://www.kith.no/xmlstds', 'http://www.kith.example/xmlstds')), { code: 'unknown-document' }],
    ['no namespace', bytes(good.replace(/ xmlns="[^"]*"/g, '')), { code: 'unknown-document' }],
    ['Latin-1 that says it is UTF-8', Buffer.from(good, 'latin1'), { code: 'encoding' }],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), { code: 'encoding' }],
    ['an encoding with the name of a property', bytes(good.replace('UTF-8', 'constructor')), { code: 'encoding', line: 1 }],
    ['a namespace with the name of a property', bytes(`${HEAD}<AppRec xmlns="constructor"/>`), { code: 'unknown-document' }],
    ['an encoding that nobody uses', bytes(good.replace('UTF-8', 'UTF-7')), { code: 'encoding', line: 1 }],
  ])('%s', (_case, input, expected) => {
    expect(faultOf(read(input))).toMatchObject(expected);
  });

  test('that fetches a file, or a page, is refused before it is parsed', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('<!ENTITY x "x">');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`;
    for (const doctype of [`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, `<!DOCTYPE a SYSTEM "${url}">`, `<!DOCTYPE a [<!ENTITY % x SYSTEM "${url}">%x;]>`]) {
      const xml = good.replace(HEAD, `${HEAD}<!-- før --><?pi?>\n${doctype}\n`);
      expect(faultOf(read(bytes(xml)))).toMatchObject({ code: 'doctype', line: 3 });
    }
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual([]);
  });

  test('that would grow to billions is refused before it is parsed', () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const xml = good.replace(HEAD, `${HEAD}<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`);
    expect(faultOf(read(bytes(xml)))?.code).toBe('doctype');
  });

  test('that refers to entities nobody declared is not well-formed', () => {
    expect(faultOf(read(bytes(good.replace('V="', 'V="&laugh;'))))?.code).toBe('not-well-formed');
  });

  test('larger than the limit', () => {
    expect(faultOf(read(Buffer.alloc(26_250_001, 0x20)))).toMatchObject({ code: 'too-large', line: null });
  });

  test('of endless depth', () => {
    expect(faultOf(read(bytes('<a>'.repeat(100_000))))?.code).toBe('not-well-formed');
    const nested = `${'<a>'.repeat(1_500)}${'</a>'.repeat(1_500)}`;
    expect(faultOf(read(bytes(good.replace(/(<MsgType[^>]*\/>)/, `$1${nested}`))))?.code ?? 'read').toMatch(/^(schema|read|not-well-formed)$/);
  });

  test('with a byte order mark or blanks around it is read', () => {
    expect(read(bytes(`\ufeff${good}`)).ok).toBe(true);
    expect(read(bytes(`${good}\n\n<!-- etter -->\n`)).ok).toBe(true);
  });

  test('of noise never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => expect(read(noise).ok).toBe(false)), { numRuns: 200 });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, noise) => {
        const parsed = read(bytes(good.slice(0, at) + noise + good.slice(at + 1)));
        expect(parsed.ok || parsed.fault.sentence.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['identifiers', (xml: string, many: (text: string) => string) => xml.replace('<Ident>', `${many('<Ident><Id>1</Id><TypeId V="X"/></Ident>')}<Ident>`), 'invalid'],
  ['documents', (xml: string, many: (text: string) => string) => xml.replace('</MsgHead>', `${many('<Document><RefDoc><MsgType V="A"/></RefDoc></Document>')}</MsgHead>`), 'invalid'],
])('thousands of %s are not read one by one, and a hundred thousand not at all', (_what, change, code) => {
  expect(faultOf(readDialogmelding(bytes(change(document, (text) => text.repeat(2_000)))))).toMatchObject({ code });
  expect(faultOf(readDialogmelding(bytes(change(document, (text) => text.repeat(100_000)))))).toMatchObject({ code: 'too-large' });
});

test.each([
  ['elements', (xml: string) => xml.replace('</MsgInfo>', `${'<a/>'.repeat(6_000_000)}</MsgInfo>`)],
  ['attributes', (xml: string) => xml.replace('<Notat>', `<Notat ${Array.from({ length: 200_000 }, (_, at) => `a${at}='1'`).join(' ')}>`)],
])('a document that is nothing but %s is not parsed', (_what, change) => {
  expect(faultOf(readDialogmelding(bytes(change(document))))).toMatchObject({ code: 'too-large' });
});

test('a code system that would make a pattern try forever, and organisations without end, are read in their time', () => {
  const digits = document.replace('S="2.16.578.1.12.4.1.1.7321"', `S="${'1'.repeat(1_000_000)}x"`);
  expect(readDialogmelding(bytes(digits))).toMatchObject({ ok: true, value: { departures: [{ code: 'schema', sentence: expect.stringContaining('OID') }] } });
  const organisation = '<Organisation><OrganisationName>a</OrganisationName><Ident><Id>1</Id><TypeId V="HER"/></Ident>';
  const nested = document.replace(/<Sender>[\s\S]*<\/Sender>/, `<Sender>${organisation.repeat(1_500)}${'</Organisation>'.repeat(1_500)}</Sender>`);
  const read = readDialogmelding(bytes(nested));
  expect(read.ok && read.value.sender.units.length).toBe(10);
});

test('a document in Latin-1 that says so is read as it was meant', () => {
  const latin = Buffer.from(document.replace('UTF-8', 'ISO-8859-1'), 'latin1');
  const read = readDialogmelding(latin);
  expect(read.ok && read.value.notes[0]?.subject).toBe(message.subject);
  expect(read.ok && read.value.departures).toEqual([]);
});

test('a fault names the line that is not UTF-8', () => {
  const line = document.split('\n').findIndex((text) => text.includes('Øvrebø')) + 1;
  expect(faultOf(readDialogmelding(Buffer.from(document.replace('Påminnelse', 'Paaminnelse'), 'latin1')))).toMatchObject({ code: 'encoding', line });
});

test.each([
  ['a date that is a name', (xml: string) => xml.replace('V="2026-03-29"', 'V="Kari O\'Nordmann"')],
  ['a fixed value that is another', (xml: string) => xml.replace('v1.2 2006-05-24', "Kari O'Nordmann")],
  ['a pattern that is not met', (xml: string) => xml.replace('S="2.16.578.1.12.4.1.1.7321"', 'S="Kari O\'Nordmann"')],
  ['text where none may be', (xml: string) => xml.replace('<Notat>', "<Notat>Kari O'Nordmann")],
])('a departure tells nothing of the patient: %s', (_what, change) => {
  const faults = businessDocumentFaults(bytes(change(document)));
  expect(faults.length).toBeGreaterThan(0);
  expect(JSON.stringify(faults)).not.toMatch(/Kari|Nordmann/);
});

test('the schemas are kept to the letter, and the fault tells nothing of the patient', () => {
  const faults = businessDocumentFaults(bytes(document.replace('<IssueDate V="2026-03-29"/>', '<IssueDate V="Kari Nordmann"/>').replace('<Notat>', '<Notat><Ukjent/>')));
  expect(faults.length).toBeGreaterThanOrEqual(2);
  expect(faults.every(({ code, line }) => code === 'schema' && line !== null)).toBe(true);
  expect(JSON.stringify(faults)).not.toContain('Nordmann');
  expect(businessDocumentFaults(bytes(appRecXml()))).toMatchObject([{ code: 'unknown-document' }]);
});
