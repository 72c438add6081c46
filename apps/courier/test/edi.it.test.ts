import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EdiClient, msgIdOf } from '@forlop/dialogmelding';
import { startEdiSimulator, type EdiSimulator } from '@forlop/dialogmelding/simulator';
import type { Receipt, Reply } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, dialogmeldingChannel, type Outgoing } from '@forlop/messaging';
import { appLog } from '@forlop/telemetry';
import { EdiWatch } from '../src/edi.js';

const [us, gp] = ['8000001', '8094866'];
let simulator: EdiSimulator;
let edi: EdiClient;
beforeAll(async () => {
  simulator = await startEdiSimulator();
  edi = new EdiClient({ baseUrl: simulator.url, tokens: { accessToken: async () => ({ token: 'prove' }) }, application: { name: 'Forlop', version: '0.1.0' } });
});
afterAll(() => simulator.close());

/** The ledger's side: which messages are ours, and what it was told. */
let ours = new Set<string>();
let receipts: Receipt[] = [];
let replies: Reply[] = [];
let kept: string[] = [];
let words: (string | null)[] = [];
/** The message whose receipt the ledger cannot take. */
let broken: string | null = null;
beforeEach(async () => {
  simulator.behave(gp, {});
  simulator.set({});
  simulator.release();
  await watch().once();
  [ours, receipts, replies, kept, words] = [new Set(), [], [], [], []];
});

const watch = () => new EdiWatch({
  api: edi, herId: us, log: appLog('courier', 'silent'),
  ledger: {
    recordReceipt: async (receipt) => {
      if (receipt.externalId === broken) throw new Error('cannot be recorded');
      receipts.push(receipt);
      return ours.has(receipt.externalId ?? '') ? 'recorded' : 'unknown';
    },
    recordReply: async (reply) => {
      replies.push(reply);
      return ours.has(reply.externalId) ? 'recorded' : 'unknown';
    },
    keepUnmatched: async ({ code, text, senderHerId, receiverHerId }) => {
      kept.push(code);
      words.push(text);
      expect([senderHerId, receiverHerId]).toEqual([gp, us]);
    },
  },
});

const channel = () => dialogmeldingChannel({ edi, sender: { herId: us, name: 'Nordlia sykehus', organisationNumber: null }, receiptWithinMs: 3_600_000 });

/** Of the synthetic series: the month has 80 added. */
const validNumber = '15848512345';
let number = 0;
function message(more: Partial<Outgoing> = {}): Outgoing {
  number += 1;
  return {
    messageId: `m${number}`, receiver: { name: 'Prøvevik legekontor', address: { channel: 'dialogmelding', herId: gp } }, language: 'nb', subject: 'Kontakt med pasienten', text: 'Pasienten skal følges opp.\n',
    items: [{ reminderId: 'r1', reference: 'A1B2C3D4', wording: 'remind', dutyTitle: 'Oppfølging', dueOn: '2026-04-08', link: 'https://forlop.example/forlop/x', answerLink: null, organisation: 'Nordlia sykehus',
      patient: { name: 'Kari-Anne Prøvesen', givenName: 'Kari-Anne', familyName: 'Prøvesen', personNumber: validNumber }, content: 'Pasienten skal følges opp.' }],
    digest: false, madeAt: '2026-04-08T06:30:00.000Z', repeated: false, ...more,
  };
}
async function sent(more: Partial<Outgoing> = {}): Promise<string> {
  const { externalId } = await channel().send(message(more));
  ours.add(externalId!);
  return externalId!;
}

describe('dialogmelding', () => {
  test('goes out, is receipted, and the receipt is read once', async () => {
    const msgId = await sent();
    expect(msgId).toBe(msgIdOf(`m${number}`).toLowerCase());
    simulator.release();
    expect(await watch().once()).toBe(1);
    expect(receipts).toEqual([expect.objectContaining({ channel: 'dialogmelding', externalId: msgId, status: 'delivered', code: null })]);
    expect(await watch().once()).toBe(0);
    expect(kept).toEqual([]);
  });

  test('sent twice is the same document, and arrives once', async () => {
    const same = message();
    const [one, two] = [await channel().send(same), await channel().send({ ...same, repeated: true })];
    expect(two.externalId).toBe(one.externalId);
    ours.add(one.externalId!);
    simulator.release();
    await watch().once();
    expect(receipts).toHaveLength(1);
  });

  test('that the record system refuses is a rejection with its code', async () => {
    simulator.behave(gp, { appRec: 'rejected', errors: [{ code: 'E21' }] });
    await sent();
    simulator.release();
    await watch().once();
    expect(receipts).toEqual([expect.objectContaining({ status: 'rejected', code: 'apprec-E21' })]);
  });

  test('is answered in words, which go to the pathway, and the sender gets an AppRec', async () => {
    const msgId = await sent();
    const transportId = simulator.messages().findLast(({ senderHerId }) => senderHerId === us)!.id;
    simulator.receive({ inReplyTo: transportId, text: 'Pasienten har time 10. april.' });
    await watch().once();
    expect(replies).toEqual([expect.objectContaining({ externalId: msgId, text: expect.stringContaining('Pasienten har time 10. april.') })]);
    expect(kept).toEqual([]);
  });

  test('what cannot be read, or belongs to nothing, is kept and marked read', async () => {
    simulator.receive({ from: gp, to: us, document: Buffer.from('<AppRec').toString('base64') });
    expect(await watch().once()).toBe(1);
    expect(kept).toEqual([expect.stringMatching(/^unreadable-/)]);
    ours.clear();
    await channel().send(message());
    simulator.release();
    await watch().once();
    expect(kept).toHaveLength(2);
    expect(words).toEqual([null, expect.stringMatching(/^Applikasjonskvittering: mottatt\. Gjelder meldingen /)]);
    expect(await watch().once()).toBe(0);
  });

  test('one that cannot be recorded stays unread, and keeps none of the others waiting', async () => {
    const [first, second] = [await sent(), await sent()];
    simulator.release();
    broken = first;
    await expect(watch().once()).rejects.toThrow('cannot be recorded');
    expect(receipts.map(({ externalId }) => externalId)).toEqual([second]);
    broken = null;
    expect(await watch().once()).toBe(1);
    expect(receipts.map(({ externalId }) => externalId)).toEqual([second, first]);
  });

  test('about somebody without a person number cannot be sent, and says so', async () => {
    const [item] = message().items;
    await expect(channel().send(message({ items: [{ ...item!, patient: { name: 'Ukjent', personNumber: null } }] }))).rejects.toMatchObject({ code: 'no-person-number' });
    await expect(channel().send(message({ items: [] }))).rejects.toThrow(ChannelRefused);
  });

  test('to a service that is away may be tried again', async () => {
    simulator.set({ down: true });
    await expect(channel().send(message())).rejects.toThrow(ChannelUnavailable);
  });
});
