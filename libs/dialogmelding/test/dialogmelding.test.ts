import { describe, expect, test } from '@jest/globals';
import { buildDialognotat, isFrom, readBusinessDocument, readDialogmelding, referencesIn, type IncomingDialogmelding } from '@forlop/dialogmelding';
import { appRecXml } from './app-recs.js';
import { bytes, message } from './messages.js';

const document = buildDialognotat(message).document;

function read(xml: string): IncomingDialogmelding {
  const parsed = readDialogmelding(bytes(xml));
  if (!parsed.ok) throw new Error(`${parsed.fault.code}: ${parsed.fault.sentence}`);
  return parsed.value;
}

const ANSWER = `<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2006-10-11"><Notat>
  <TemaKodet V="5" S="2.16.578.1.12.4.1.1.9069" DN="Svar på forespørsel"/>
  <Tema>Svar</Tema>
  <TekstNotatInnhold>Prøver tatt 20. mars.
Deres ref: FRL-4K7D-92QX</TekstNotatInnhold>
  <Merknad>Ring ved behov</Merknad>
  <Foresporsel><TypeForesp V="1" S="2.16.578.1.12.4.1.1.9151"/><Sporsmal>Er prøvene tatt? FRL-4K7D-92QX, FRL-AAAA-BBBB</Sporsmal></Foresporsel>
</Notat></Dialogmelding>`;

const incoming = (content: string, type = 'DIALOG_SVAR') =>
  document.replace(/<Dialogmelding[\s\S]*<\/Dialogmelding>/, content).replace('V="DIALOG_NOTAT" DN="Notat"', `V="${type}"`);

describe('an answer that came in', () => {
  test('says what it says, who wrote it and what it goes on from', () => {
    const answer = read(incoming(ANSWER).replace('<Sender>', '<ConversationRef><RefToParent>p</RefToParent><RefToConversation>c</RefToConversation></ConversationRef><Sender>'));
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'DIALOG_SVAR',
      sender: { herId: '8200002', hprNumber: null, units: [{ name: 'Fjordbyen sykehus HF' }, { name: 'Koordinerende enhet', identifiers: { HER: '8200002' } }] },
      receiver: { herId: '8300011', hprNumber: '9144889', professional: { familyName: 'Øvrebø' } },
      patient: { personNumber: '13887512345', givenName: 'Kari', middleName: 'Prøve', familyName: 'Nordmann' },
      conversation: { parent: 'p', conversation: 'c' },
      questions: [],
      attachments: 0,
      departures: [],
      notes: [
        {
          theme: { code: '5', name: 'Svar på forespørsel' },
          subject: 'Svar',
          text: 'Prøver tatt 20. mars.\nDeres ref: FRL-4K7D-92QX',
          remark: 'Ring ved behov',
          question: { text: 'Er prøvene tatt? FRL-4K7D-92QX, FRL-AAAA-BBBB', type: { code: '1' } },
        },
      ],
    });
    expect(referencesIn(answer, /FRL-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toEqual(['FRL-4K7D-92QX', 'FRL-AAAA-BBBB']);
  });

  test('that asks is a question', () => {
    const question = '<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2006-10-11"><Foresporsel><TypeForesp V="99" S="2.16.578.1.12.4.1.1.9153"/><Sporsmal>Hvem følger opp?</Sporsmal><Hastegrad V="2"/><DokIdForesp>q-1</DokIdForesp></Foresporsel></Dialogmelding>';
    expect(read(incoming(question, 'DIALOG_FORESPORSEL'))).toMatchObject({ type: 'DIALOG_FORESPORSEL', notes: [], questions: [{ text: 'Hvem følger opp?', urgency: { code: '2' }, documentId: 'q-1' }] });
  });

  test('in dialogmelding 1.1 is read by the same names', () => {
    expect(read(incoming(ANSWER.replace('2006-10-11', '2013-01-23'), 'DIALOG_HELSEFAGLIG'))).toMatchObject({ version: '1.1', type: 'DIALOG_HELSEFAGLIG', notes: [{ subject: 'Svar' }], departures: [] });
  });

  test('with prefixes is the same document', () => {
    const prefixed = incoming(ANSWER).replace(/<(\/?)(?=[A-Z])/g, '<$1m:').replace('xmlns="http://www.kith.no/xmlstds/msghead', 'xmlns:m="http://www.kith.no/xmlstds/msghead');
    const dialog = prefixed.replace(/<m:Dialogmelding xmlns=("[^"]*")([\s\S]*)<\/m:Dialogmelding>/, (_all, namespace, body: string) => `<d:Dialogmelding xmlns:d=${namespace}${body.replaceAll('m:', 'd:')}</d:Dialogmelding>`);
    expect(read(dialog).notes).toEqual(read(incoming(ANSWER)).notes);
  });

  test('that departs from the schema is read, and says so', () => {
    const answer = read(incoming(ANSWER.replace('<TemaKodet V="5" S="2.16.578.1.12.4.1.1.9069" DN="Svar på forespørsel"/>', '').replace('Prøver tatt', '<p xmlns="http://www.w3.org/1999/xhtml">Prøver</p> tatt')));
    expect(answer.notes[0]).toMatchObject({ theme: null, text: 'Prøver tatt 20. mars.\nDeres ref: FRL-4K7D-92QX' });
    expect(answer.departures[0]).toMatchObject({ code: 'schema' });
  });

  test('with an attachment counts it, also one of more than ten million characters', () => {
    const attachment = `<Document><RefDoc><MsgType V="A"/><Content><Base64Container xmlns="http://www.kith.no/xmlstds/base64container">${'QUJD'.repeat(2_700_000)}</Base64Container></Content></RefDoc></Document>`;
    expect(read(incoming(ANSWER).replace('</MsgHead>', `${attachment}</MsgHead>`))).toMatchObject({ attachments: 1, departures: [] });
  });

  test.each([
    ['no MsgId', (xml: string) => xml.replace(/<MsgId>.*<\/MsgId>/, ''), 'missing', '/MsgHead/MsgInfo/MsgId'],
    ['no sender', (xml: string) => xml.replace(/<Sender>[\s\S]*<\/Sender>/, ''), 'missing', '/MsgHead/MsgInfo/Sender'],
    ['no MsgInfo', (xml: string) => xml.replace(/<MsgInfo>[\s\S]*<\/MsgInfo>/, ''), 'missing', '/MsgHead/MsgInfo'],
    ['no kind', (xml: string) => xml.replace('<Type V="DIALOG_SVAR"/>', '<Type/>'), 'missing', '/MsgHead/MsgInfo/Type'],
    ['no dialogmelding', (xml: string) => xml.replaceAll('xmlstds/dialog/', 'xmlstds/epikrise/'), 'missing', '/MsgHead/Document/RefDoc/Content/Dialogmelding'],
    ['two dialogmeldinger', (xml: string) => xml.replace('</Content>', `${ANSWER}</Content>`), 'invalid', '/MsgHead/Document/RefDoc/Content/Dialogmelding'],
  ])('with %s says so and where', (_what, change, code, path) => {
    const changed = change(incoming(ANSWER).replace('DIALOG_SVAR" DN="Notat', 'DIALOG_SVAR'));
    expect(readDialogmelding(bytes(changed))).toMatchObject({ ok: false, fault: { code, path } });
  });
});

test('whatever comes in is read by what it is', () => {
  expect(readBusinessDocument(bytes(appRecXml()))).toMatchObject({ ok: true, value: { kind: 'app-rec', appRec: { status: 'ok' } } });
  expect(readBusinessDocument(bytes(document))).toMatchObject({ ok: true, value: { kind: 'dialogmelding', message: { type: 'DIALOG_NOTAT' } } });
});

test.each([
  ['an AppRec', appRecXml(), ['8300011', '8300001', '08300001'], ['8200002', '9144889', '999000222']],
  ['a dialogmelding', document, ['8200001', '8200002'], ['8300011', '']],
])('%s is from whom it names as its sender, and from nobody else', (_what, xml, senders, others) => {
  const read = readBusinessDocument(bytes(xml));
  if (!read.ok) throw new Error(read.fault.sentence);
  expect(senders.map((herId) => isFrom(read.value, herId))).toEqual(senders.map(() => true));
  expect(others.map((herId) => isFrom(read.value, herId))).toEqual(others.map(() => false));
});
