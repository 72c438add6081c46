import { describe, expect, test } from '@jest/globals';
import { herIdsOf, readAppRec, type AppRec } from '@forlop/dialogmelding';
import { appRecXml } from './app-recs.js';
import { bytes } from './messages.js';

function read(xml: string): AppRec {
  const parsed = readAppRec(bytes(xml));
  if (!parsed.ok) throw new Error(`${parsed.fault.code}: ${parsed.fault.sentence}`);
  return parsed.value;
}

const fault = (xml: string) => {
  const parsed = readAppRec(bytes(xml));
  return parsed.ok ? null : parsed.fault;
};

describe.each(['1.0', '1.1'] as const)('an AppRec %s', (version) => {
  test('that accepts says who, of which message and when', () => {
    const appRec = read(appRecXml({ version }));
    expect(appRec).toMatchObject({
      version,
      status: 'ok',
      errors: [],
      id: '4fd4fb70-5a4e-4d5c-9d7e-0a0a0a0a0a0a',
      generatedAt: '2026-03-29T10:10:28',
      original: { msgId: 'b62016eb-6c2d-417a-8ecc-157b3c5ee2ca', type: 'DIALOG_NOTAT', issuedAt: '2026-03-29T03:30:00' },
    });
    expect(appRec.sender).toEqual({
      name: 'Bakken legesenter',
      identifiers: { ENH: '999000222', HER: '8300001' },
      department: null,
      person: { name: 'Åse Øvrebø', identifiers: { HPR: '9144889', HER: '8300011' } },
    });
    expect(herIdsOf(appRec.sender)).toEqual(['8300011', '8300001']);
    expect(herIdsOf(appRec.receiver)).toEqual(['8200002', '8200001']);
    expect(herIdsOf(null)).toEqual([]);
  });

  test('that refuses says why, each reason with its code system', () => {
    const errors = '<Error V="E21" S="2.16.578.1.12.4.1.1.8221" DN="Mottaker finnes ikke" OT="Sluttet i fjor"/><Error V="17" S="2.16.578.1.12.4.1.1.9999"/><Error DN="Bare ord"/><Error/>';
    expect(read(appRecXml({ version, status: '<Status V="2" DN="Avvist"/>', errors }))).toMatchObject({
      status: 'rejected',
      errors: [
        { code: 'E21', system: '2.16.578.1.12.4.1.1.8221', name: 'Mottaker finnes ikke', detail: 'Sluttet i fjor' },
        { code: '17', system: '2.16.578.1.12.4.1.1.9999', name: null, detail: null },
        { code: 'X99', system: null, name: 'Bare ord', detail: null },
      ],
    });
  });

  test('that takes a part', () => {
    expect(read(appRecXml({ version, status: '<Status V="3"/>' })).status).toBe('ok-error-in-part');
  });

  test('with a status that the code system has not', () => {
    expect(fault(appRecXml({ version, status: '<Status V="9"/>' }))).toMatchObject({ code: 'invalid', line: 28, path: '/AppRec/Status' });
  });

  test('with a status that has the name of a property', () => {
    expect(fault(appRecXml({ version, status: '<Status V="constructor"/>' }))).toMatchObject({ code: 'invalid' });
  });

  test('without the message that it answers', () => {
    expect(fault(appRecXml({ version, msgId: ' ' }))).toMatchObject({ code: 'missing', path: '/AppRec/OriginalMsgId/Id', line: 32 });
  });
});

test('a doctor who answers alone is the person', () => {
  const xml = appRecXml().replace(/<Sender>[\s\S]*<\/Sender>/, '<Sender><HCP><HCProf><Name>Åse Øvrebø</Name><Id>9144889</Id><TypeId V="HPR"/></HCProf></HCP></Sender>');
  expect(read(xml).sender).toEqual({ name: null, identifiers: {}, department: null, person: { name: 'Åse Øvrebø', identifiers: { HPR: '9144889' } } });
});

test('1.0 is held to its schema and 1.1 to what it must have', () => {
  const bad = (version: '1.0' | '1.1') => appRecXml({ version }).replace('<GenDate>2026-03-29T10:10:28</GenDate>', '<GenDate>13887512345</GenDate><Tillegg/>');
  expect(fault(bad('1.0'))).toMatchObject({ code: 'schema', line: 5, path: '/AppRec/GenDate' });
  expect(fault(bad('1.0'))?.sentence).not.toContain('13887512345');
  expect(fault(bad('1.1'))).toBeNull();
});
