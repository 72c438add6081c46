import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { businessDocumentFaults, EdiError, readAppRec, readBusinessDocument, readDialogmelding, type AppRec, type EdiClient } from '@forlop/dialogmelding';
import { startEdiSimulator, type EdiSimulator } from '@forlop/dialogmelding/simulator';
import { built, clientOf, DOCTOR, OURS } from './edi.js';
import { bytes, message } from './messages.js';

let simulator: EdiSimulator;
let client: EdiClient;
let now = Date.parse('2026-03-29T06:00:00Z');

beforeEach(async () => {
  simulator = await startEdiSimulator({ now: () => now });
  client = clientOf(simulator.url);
});
afterEach(() => simulator.close());

async function errorOf(call: Promise<unknown>): Promise<EdiError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EdiError)) throw new Error(`no EdiError: ${String(error)}`);
  return error;
}

async function appRecs(): Promise<AppRec[]> {
  const listed = await client.unread({ receiverHerIds: [OURS] });
  const documents = await Promise.all(listed.map(({ id }) => client.businessDocument(id)));
  return documents.map((document) => {
    const read = readAppRec(document);
    if (!read.ok) throw new Error(read.fault.sentence);
    return read.value;
  });
}

describe('a message that arrives', () => {
  test('is acknowledged, listed for the doctor, and answered by an AppRec that names it', async () => {
    const { msgId, document } = built();
    const { id } = await client.post(document);
    expect(await client.status(id)).toEqual([{ receiverHerId: DOCTOR, delivery: 'Acknowledged', appRec: 'Ok' }]);
    expect(await client.appRec(id)).toEqual([{ receiverHerId: DOCTOR, status: 'Ok', errors: [] }]);
    const [listed, ...others] = await client.unread({ receiverHerIds: [OURS] });
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ receiverHerId: OURS, senderHerId: DOCTOR, isAppRec: true });
    const [appRec] = await appRecs();
    expect(appRec).toMatchObject({ version: '1.0', status: 'ok', original: { msgId, type: 'DIALOG_NOTAT' }, sender: { person: { identifiers: { HPR: '9144889', HER: DOCTOR } } } });
    expect(Buffer.from(await client.businessDocument(id)).toString('utf8')).toBe(document);
    expect(await client.message(id)).toMatchObject({ id, msgId, isAppRec: false });
  });

  test('is not listed any more once it is marked as read', async () => {
    await client.post(built().document);
    const [listed] = await client.unread({ receiverHerIds: [OURS] });
    await client.markRead(listed?.id ?? '', OURS);
    expect(await client.unread({ receiverHerIds: [OURS] })).toEqual([]);
    await client.markRead(listed?.id ?? '', OURS);
  });

  test('that is posted again is kept once and has the same id', async () => {
    const { document, msgId } = built();
    const first = await client.post(document);
    expect(await client.post(document)).toEqual(first);
    expect(simulator.messages().filter((each) => each.msgId === msgId)).toMatchObject([{ repetitions: 1 }]);
    expect((await appRecs()).length).toBe(1);
  });

  test('whose answer is lost may be done, and is safe to post again', async () => {
    simulator.set({ loseAnswers: 1 });
    const { document, msgId } = built();
    expect(await errorOf(client.post(document))).toMatchObject({ kind: 'try-again', maybeDone: true, status: null });
    await client.post(document);
    expect(simulator.messages().filter((each) => each.msgId === msgId).length).toBe(1);
  });

  test('is found by sender and MsgId, as many as were asked for, the oldest first', async () => {
    for (const at of [3, 1, 2]) await client.post(built({ messageId: `m-${at}`, generatedAt: `2026-03-0${at}T08:00:00Z` }).document);
    const all = await client.unread({ receiverHerIds: [DOCTOR] });
    expect(all.map(({ generatedAt }) => generatedAt?.slice(0, 10))).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
    expect(await client.unread({ receiverHerIds: [DOCTOR], limit: 1 })).toEqual(all.slice(0, 1));
    expect(await client.unread({ receiverHerIds: [DOCTOR, OURS], senderHerId: OURS, msgId: built({ messageId: 'm-2' }).msgId })).toEqual([all[1]]);
    expect(await client.unread({ receiverHerIds: [DOCTOR], senderHerId: '1' })).toEqual([]);
  });
});

describe('a receiver that misbehaves', () => {
  test.each(['1.0', '1.1'] as const)('refuses, in AppRec %s, with its reasons', async (version) => {
    simulator.behave(DOCTOR, { appRec: 'rejected', version, errors: [{ code: 'E21', detail: 'Sluttet' }, { code: 'X99' }] });
    const { id } = await client.post(built().document);
    expect(await client.appRec(id)).toEqual([{ receiverHerId: DOCTOR, status: 'Rejected', errors: [{ code: 'E21', detail: 'Sluttet' }, { code: 'X99', detail: null }] }]);
    expect(await appRecs()).toMatchObject([{ version, status: 'rejected', errors: [{ code: 'E21', name: 'Mottaker finnes ikke', detail: 'Sluttet' }, { code: 'X99', name: 'Annen feil' }] }]);
  });

  test('takes a part', async () => {
    simulator.behave(DOCTOR, { appRec: 'ok-error-in-part' });
    const { id } = await client.post(built().document);
    expect(await client.status(id)).toMatchObject([{ appRec: 'OkErrorInMessagePart' }]);
    expect(await appRecs()).toMatchObject([{ status: 'ok-error-in-part' }]);
  });

  test('answers late', async () => {
    simulator.behave(DOCTOR, { delayMs: 3_600_000 });
    const { id } = await client.post(built().document);
    now += 3_599_999;
    expect(await client.status(id)).toEqual([{ receiverHerId: DOCTOR, delivery: 'Acknowledged', appRec: null }]);
    expect(await appRecs()).toEqual([]);
    now += 1;
    expect(await client.status(id)).toMatchObject([{ appRec: 'Ok' }]);
    expect((await appRecs()).length).toBe(1);
  });

  test('answers at once when told to', async () => {
    simulator.behave(DOCTOR, { delayMs: 3_600_000 });
    await client.post(built().document);
    simulator.release();
    expect((await appRecs()).length).toBe(1);
  });

  test('never answers', async () => {
    simulator.behave(DOCTOR, { appRec: 'none' });
    const { id } = await client.post(built().document);
    simulator.release();
    now += 30 * 86_400_000;
    expect(await client.appRec(id)).toEqual([{ receiverHerId: DOCTOR, status: null, errors: [] }]);
    expect(await appRecs()).toEqual([]);
  });

  test('answers twice, and each message stands twice in a listing', async () => {
    simulator.behave(DOCTOR, { appRecTwice: true, listedTwice: true });
    await client.post(built().document);
    const listed = await client.unread({ receiverHerIds: [OURS] });
    expect(listed.length).toBe(4);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(2);
    expect(new Set((await appRecs()).map(({ id }) => id)).size).toBe(1);
  });

  test('answers a message that nobody sent', async () => {
    simulator.behave(DOCTOR, { appRecOfUnknown: true });
    const { msgId } = built();
    await client.post(built().document);
    const [appRec] = await appRecs();
    expect(appRec?.original.msgId).not.toBe(msgId);
  });

  test('answers with half an AppRec', async () => {
    simulator.behave(DOCTOR, { appRecTruncated: true });
    await client.post(built().document);
    const [listed] = await client.unread({ receiverHerIds: [OURS] });
    expect(readBusinessDocument(await client.businessDocument(listed?.id ?? ''))).toMatchObject({ ok: false, fault: { code: 'not-well-formed' } });
  });

  test('cannot be reached by the transport', async () => {
    simulator.behave(DOCTOR, { delivery: 'Rejected' });
    const { id } = await client.post(built().document);
    expect(await client.status(id)).toEqual([{ receiverHerId: DOCTOR, delivery: 'Rejected', appRec: null }]);
  });
});

describe('a doctor who writes', () => {
  test('answers a message: back to its sender, in its conversation, with our reference', async () => {
    const { document, msgId } = built();
    const { id } = await client.post(document);
    const incoming = simulator.receive({ inReplyTo: id, text: 'Tatt 20. mars, & alt er fint.' });
    const answer = await client.businessDocument(incoming.id);
    expect(businessDocumentFaults(answer)).toEqual([]);
    expect(readDialogmelding(answer)).toMatchObject({
      ok: true,
      value: {
        type: 'DIALOG_SVAR',
        sender: { herId: DOCTOR, hprNumber: '9144889' },
        receiver: { herId: OURS },
        patient: { personNumber: message.patient.personNumber },
        conversation: { parent: msgId, conversation: msgId },
        notes: [{ text: 'Tatt 20. mars, & alt er fint.', documentId: message.reference }],
      },
    });
    await client.postAppRec(incoming.id, OURS, { status: 'Rejected', errors: [{ code: 'E35', detail: null }] });
    const [ours] = (await client.unread({ receiverHerIds: [DOCTOR] })).filter(({ isAppRec }) => isAppRec);
    expect(readAppRec(await client.businessDocument(ours?.id ?? ''))).toMatchObject({ ok: true, value: { status: 'rejected', errors: [{ code: 'E35' }] } });
    expect(await client.status(incoming.id)).toMatchObject([{ appRec: 'Rejected' }]);
  });

  test('sends something that cannot be read', async () => {
    const { id } = simulator.receive({ from: DOCTOR, to: OURS, document: Buffer.from('<ikke ferdig').toString('base64'), msgId: 'x-1' });
    expect(await client.message(id)).toMatchObject({ msgId: 'x-1', senderHerId: DOCTOR });
    expect(readBusinessDocument(await client.businessDocument(id))).toMatchObject({ ok: false, fault: { code: 'not-well-formed' } });
    await client.postAppRec(id, OURS, { status: 'Rejected', errors: [{ code: 'T01', detail: null }] });
    expect(await client.unread({ receiverHerIds: [DOCTOR] })).toEqual([]);
  });

  test('cannot answer what was never sent', () => {
    expect(() => simulator.receive({ inReplyTo: '00000000-0000-4000-8000-000000000000', text: 'Hei' })).toThrow('finnes ikke');
  });
});

describe('what the service refuses', () => {
  test('a document that departs from the schemas', async () => {
    const error = await errorOf(client.post(built().document.replace('<MIGversion>v1.2 2006-05-24</MIGversion>', '')));
    expect(error).toMatchObject({ kind: 'refused', status: 400, errorCode: 1000, maybeDone: false });
    expect(error.reasons.join()).toContain('line 6');
    expect(error.message).not.toContain('Nordmann');
    expect(simulator.messages()).toEqual([]);
  });

  test('a document that is not UTF-8', async () => {
    expect(await errorOf(client.post(built().document.replace('UTF-8', 'ISO-8859-1')))).toMatchObject({ kind: 'refused', status: 400 });
  });

  test('a receiver that does not exist', async () => {
    simulator.set({ knownHerIds: ['1'] });
    expect(await errorOf(client.post(built().document))).toMatchObject({ kind: 'refused', status: 400, reasons: [expect.anything(), `Could not find communication party with HerId ${DOCTOR}`] });
  });

  test('a sender or reader that the client is not', async () => {
    simulator.set({ ownHerIds: ['8200099'] });
    expect(await errorOf(client.post(built().document))).toMatchObject({ kind: 'not-authorised', status: 403 });
    expect(await errorOf(client.unread({ receiverHerIds: [OURS] }))).toMatchObject({ kind: 'not-authorised', reasons: [`Not authorized for HerId(s): ${OURS}`] });
  });

  test('a message that it does not have, and an AppRec or a mark by somebody else', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const call of [client.message(unknown), client.businessDocument(unknown), client.status(unknown), client.appRec(unknown), client.markRead(unknown, OURS)]) {
      expect(await errorOf(call)).toMatchObject({ kind: 'refused', status: 404 });
    }
    const { id } = await client.post(built().document);
    expect(await errorOf(client.markRead(id, OURS))).toMatchObject({ kind: 'not-authorised' });
    expect(await errorOf(client.postAppRec(id, OURS, { status: 'Ok' }))).toMatchObject({ kind: 'not-authorised' });
    expect(await errorOf(client.postAppRec(id, DOCTOR, { status: 'Rejected' }))).toMatchObject({ kind: 'refused', status: 400 });
  });

  test('more than a hundred at once', async () => {
    expect(await errorOf(client.unread({ receiverHerIds: [OURS], limit: 101 }))).toMatchObject({ kind: 'refused', status: 400 });
  });

  test('everything while it is down', async () => {
    simulator.set({ down: true });
    expect(await errorOf(client.post(built().document))).toMatchObject({ kind: 'try-again', status: 503, retryAfterMs: 30_000, maybeDone: true });
    expect(await errorOf(client.unread({ receiverHerIds: [OURS] }))).toMatchObject({ kind: 'try-again', maybeDone: false });
    simulator.set({});
    expect(await client.unread({ receiverHerIds: [OURS] })).toEqual([]);
  });

  test('without a version, a name or a token', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${simulator.url}/Messages?ReceiverHerIds=1`, { headers });
    const all = { 'api-version': '2', 'nhn-source-system': 'x', authorization: 'Bearer x' };
    expect((await ask(all)).status).toBe(200);
    expect((await ask({ ...all, 'api-version': '1' })).status).toBe(400);
    expect((await ask({ ...all, 'nhn-source-system': '' })).status).toBe(400);
    expect((await ask({ ...all, authorization: '' })).status).toBe(401);
    expect((await fetch(`${simulator.url}/Messages`, { method: 'POST', headers: all, body: '{' })).status).toBe(400);
    expect((await fetch(`${simulator.url}/Messages`, { headers: all })).status).toBe(400);
  });
});

describe('the control endpoints', () => {
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${simulator.url}/simulator/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

  test('set a receiver and the service, show what was sent, and let a doctor answer', async () => {
    expect((await ask('PUT', `behaviour/${DOCTOR}`, { appRec: 'rejected', delayMs: 1000 })).status).toBe(204);
    const { id } = await client.post(built().document);
    expect((await ask('POST', 'release')).status).toBe(204);
    expect(await client.status(id)).toMatchObject([{ appRec: 'Rejected' }]);
    const reply = await ask('POST', 'incoming', { inReplyTo: id, text: 'Hei' });
    expect(reply.status).toBe(201);
    expect(await (await ask('GET', 'messages')).json()).toMatchObject([{ id, appRec: 'Rejected', subject: message.subject }, { isAppRec: true }, { text: 'Hei', to: OURS }]);
    expect((await ask('PUT', 'settings', { down: true })).status).toBe(204);
    expect(await errorOf(client.status(id))).toMatchObject({ kind: 'try-again' });
    expect((await ask('POST', 'reset')).status).toBe(204);
    expect(await (await ask('GET', 'messages')).json()).toEqual([]);
    expect((await client.unread({ receiverHerIds: [OURS] }))).toEqual([]);
  });

  test.each([
    ['PUT', 'behaviour/1', { appRec: 'kanskje' }, 400],
    ['PUT', 'settings', { up: true }, 400],
    ['POST', 'incoming', { text: 'Hei' }, 400],
    ['POST', 'incoming', { inReplyTo: '00000000-0000-4000-8000-000000000000', text: 'Hei' }, 404],
    ['GET', 'behaviour', undefined, 404],
  ])('%s %s with %j is refused', async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status);
  });
});

test('what the simulator writes can be read by whoever reads the standard', async () => {
  await client.post(built({ sender: { ...message.sender, professional: { givenName: 'Ola', middleName: null, familyName: 'Lege', hprNumber: '1234567', herId: null } } }).document);
  const [listed] = await client.unread({ receiverHerIds: [OURS] });
  expect(readAppRec(await client.businessDocument(listed?.id ?? ''))).toMatchObject({
    ok: true,
    value: { receiver: { identifiers: { HER: '8200001', ENH: '999000111' }, department: { identifiers: { HER: OURS } }, person: { name: 'Ola Lege', identifiers: { HPR: '1234567' } } } },
  });
  expect(readDialogmelding(bytes(''))).toMatchObject({ ok: false });
});
