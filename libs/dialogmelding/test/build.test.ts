import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildDialognotat, businessDocumentFaults, msgIdOf, readDialogmelding, receiverHerIdOf, senderHerIdOf, UnbuildableMessage, type Dialognotat } from '@forlop/dialogmelding';
import { bytes, message } from './messages.js';

const golden = new URL('./fixtures/dialognotat.xml', import.meta.url);

function refusal(change: Partial<Dialognotat>): { code: string; field: string } {
  try {
    buildDialognotat({ ...message, ...change });
  } catch (error) {
    if (!(error instanceof UnbuildableMessage)) throw error;
    return { code: error.code, field: error.field };
  }
  throw new Error('built');
}

describe('a built dialognotat', () => {
  test('is the one that was checked by hand', () => {
    expect(buildDialognotat(message).document).toBe(readFileSync(golden, 'utf8'));
  });

  test('has the same MsgId for the same message and another for another', () => {
    expect(buildDialognotat({ ...message, text: 'Noe annet' }).msgId).toBe(msgIdOf(message.messageId));
    expect(msgIdOf('digest-7f3a1d')).not.toBe(msgIdOf('digest-7f3a1c'));
    expect(msgIdOf(message.messageId)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    ['2026-12-31T23:30:00Z', '2027-01-01T00:30:00+01:00'],
  ])('says %s as %s', (instant, genDate) => {
    const { document } = buildDialognotat({ ...message, generatedAt: instant });
    expect(document).toContain(`<GenDate>${genDate}</GenDate>`);
    expect(document).toContain(`<IssueDate V="${genDate.slice(0, 10)}"/>`);
  });

  test('names a D-nummer as one, and the conversation that it goes on with', () => {
    const { document } = buildDialognotat({
      ...message,
      patient: { ...message.patient, middleName: null, personNumber: '53887512345' },
      conversation: { parent: 'a-1', conversation: 'a-0' },
    });
    const read = readDialogmelding(bytes(document));
    expect(read).toMatchObject({ ok: true, value: { patient: { personNumber: '53887512345', identifiers: { DNR: '53887512345' } }, conversation: { parent: 'a-1', conversation: 'a-0' } } });
  });

  test('is to the doctor where they have a HER-id and otherwise to the practice', () => {
    expect(receiverHerIdOf(message)).toBe('8300011');
    expect(receiverHerIdOf({ receiver: { ...message.receiver, professional: null } })).toBe('8300001');
    expect(senderHerIdOf(message)).toBe('8200002');
    expect(senderHerIdOf({ sender: { ...message.sender, department: null } })).toBe('8200001');
  });

  test('is valid and reads back as written, whatever the texts', () => {
    const printable = fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== '');
    let built = 0;
    fc.assert(
      fc.property(printable, printable, (text, familyName) => {
        let document: string;
        try {
          document = buildDialognotat({ ...message, text, patient: { ...message.patient, familyName } }).document;
        } catch (error) {
          expect(error).toBeInstanceOf(UnbuildableMessage);
          expect((error as UnbuildableMessage).code).not.toBe('invalid');
          return;
        }
        built += 1;
        expect(businessDocumentFaults(bytes(document))).toEqual([]);
        const read = readDialogmelding(bytes(document));
        expect(read.ok && read.value.notes[0]?.text).toBe(text.replace(/\r\n?/g, '\n').trim());
        expect(read.ok && read.value.patient?.familyName).toBe(familyName.trim());
      }),
      { numRuns: 300 },
    );
    expect(built).toBeGreaterThan(50);
  });

  test('carries markup as text', () => {
    const text = ']]> <script>&amp; "sitat" \'apostrof\' <![CDATA[x]]> <!-- --> <?pi?> 😀 ſ\u2028';
    const read = readDialogmelding(bytes(buildDialognotat({ ...message, text }).document));
    expect(read.ok && read.value.notes[0]?.text).toBe(text.trim());
  });
});

describe('what is not built', () => {
  test.each<[string, Partial<Dialognotat>, { code: string; field: string }]>([
    ['a control character', { text: 'a\u0000b' }, { code: 'control-character', field: 'text' }],
    ['an escape sequence', { subject: 'a\u001b[2J' }, { code: 'control-character', field: 'subject' }],
    ['a C1 control', { text: 'a\u0085b' }, { code: 'control-character', field: 'text' }],
    ['half a character', { text: 'a\ud83d' }, { code: 'control-character', field: 'text' }],
    ['a character that XML has not', { text: 'a\uffff' }, { code: 'control-character', field: 'text' }],
    ['two lines in a name', { patient: { ...message.patient, familyName: 'A\nB' } }, { code: 'control-character', field: 'patient.familyName' }],
    ['no text', { text: ' \n ' }, { code: 'missing', field: 'text' }],
    ['too long a text', { text: 'a'.repeat(30_001) }, { code: 'too-long', field: 'text' }],
    ['too long a reference', { reference: 'a'.repeat(101) }, { code: 'too-long', field: 'reference' }],
    ['a person number of ten digits', { patient: { ...message.patient, personNumber: '1388751234' } }, { code: 'invalid', field: 'patient.personNumber' }],
    ['a HER-id with letters', { receiver: { ...message.receiver, organisation: { ...message.receiver.organisation, herId: '12a' } } }, { code: 'invalid', field: 'receiver.organisation.herId' }],
    ['a HER-id beyond 32 bits', { receiver: { ...message.receiver, organisation: { ...message.receiver.organisation, herId: '2147483648' } } }, { code: 'invalid', field: 'receiver.organisation.herId' }],
    [
      'a doctor without any number',
      { receiver: { ...message.receiver, professional: { givenName: 'A', middleName: null, familyName: 'B', hprNumber: null, herId: null } } },
      { code: 'missing', field: 'receiver.professional' },
    ],
    ['a time without a zone', { generatedAt: '2026-03-29T01:30:00' }, { code: 'invalid', field: 'generatedAt' }],
    ['a theme without a code system', { theme: { code: '1', system: null, name: null } }, { code: 'invalid', field: 'theme.system' }],
  ])('%s', (_what, change, expected) => {
    expect(refusal(change)).toEqual(expected);
  });
});
