import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvitationDue, InvitationOutcome } from '@forlop/ledger';
import { invitationMailer, smtpMailer, startInbox, type Inbox, type Mailer } from '@forlop/messaging';
import { appLog } from '@forlop/telemetry';
import { InvitationWatch } from '../src/invitations.js';

let dir: string;
let inbox: Inbox;
let mailer: Mailer;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'invitations-'));
  inbox = await startInbox({ smtpPort: 0, dir });
  mailer = smtpMailer({ url: inbox.url, from: 'Forløp <forlop@prove.example>' });
});
afterEach(async () => {
  mailer.close();
  await inbox.close();
  await rm(dir, { recursive: true });
});

const due: InvitationDue = {
  id: '0198c0de-7777-4000-8000-000000000001', meetingId: '0198c0de-7777-4000-8000-000000000002', pathwayId: '0198c0de-7777-4000-8000-000000000003', method: 'REQUEST', sequence: 0,
  startsAt: '2026-10-26T09:00:00.000Z', endsAt: '2026-10-26T10:00:00.000Z', form: 'video', saidAt: '2026-10-01T10:00:00.000Z', required: true, email: 'skole@prove.example', organisation: { name: 'Utmarka sykehus', email: null },
};

function watchOf(invitations: readonly InvitationDue[], through: Pick<Mailer, 'send'> = mailer) {
  const settled: [string, InvitationOutcome][] = [];
  const ledger = { claimInvitations: async () => invitations, settleInvitation: async (id: string, outcome: InvitationOutcome) => void settled.push([id, outcome]) };
  const send = invitationMailer({ mailer: { ...mailer, ...through }, domain: 'prove.example', returnPaths: null, replyTo: null });
  return { settled, watch: new InvitationWatch({ ledger, send, publicUrl: 'https://forlop.example', log: appLog('courier', 'silent') }) };
}
const mails = async (): Promise<string[]> => Promise.all((await readdir(dir)).filter((name) => name.endsWith('.eml')).map((name) => readFile(join(dir, name), 'utf8')));
/** Parts of a mail as they were before transfer: base64 and quoted-printable undone. */
const plain = (mail: string): string => mail.split(/\r?\n--[^\r\n]+/).map((part) => {
  const [head = '', ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  return head + (/base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : Buffer.from(text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8'));
}).join('\n');

test('an invitation and its cancellation are mailed as letter and calendar, of the same meeting, without a word on whom it is about', async () => {
  const off: InvitationDue = { ...due, id: '0198c0de-7777-4000-8000-000000000004', method: 'CANCEL', sequence: 1 };
  const { watch, settled } = watchOf([due, off]);
  expect(await watch.once()).toBe(2);
  expect(settled).toEqual([[due.id, { status: 'sent', template: 'meeting.invited.nothing.nb@1' }], [off.id, { status: 'sent', template: 'meeting.off.nothing.nb@1' }]]);
  const said = (await mails()).map(plain).sort((a, b) => Number(/METHOD:CANCEL/.test(a)) - Number(/METHOD:CANCEL/.test(b)));
  expect(said).toHaveLength(2);
  const uids = said.map((mail) => /UID:(\S+)/.exec(mail)?.[1]);
  expect([new Set(uids).size, uids[0]?.includes(due.meetingId)]).toEqual([1, false]);
  expect(said[0]).toMatch(/text\/calendar[^\n]*method=REQUEST/i);
  expect(said[0]).toContain(`Message-ID: <${due.id}@prove.example>`);
  expect(said[0]!.replaceAll('\r\n ', '')).toContain('ATTENDEE;CN="skole@prove.example";ROLE=REQ-PARTICIPANT');
  expect(said[0]).toContain('Tid: mandag 26. oktober 2026 kl. 10:00–11:00 (norsk tid)');
  expect(said[0]).toContain('https://forlop.example/pasient/0198c0de-7777-4000-8000-000000000003?fane=moter');
  expect(said[1]).toMatch(/SEQUENCE:1/);
});

test('what the server refuses has failed, what may pass is tried again, and what may have arrived is left without an outcome', async () => {
  const failing = (error: object) => watchOf([due], { send: async () => Promise.reject(Object.assign(new Error('x'), error)) });
  const [refused, away, silent] = [watchOf([{ ...due, email: 'a@x.example, b@x.example' }]), failing({ code: 'EDNS' }), failing({ code: 'ECONNECTION' })];
  for (const { watch } of [refused, away, silent]) expect(await watch.once()).toBe(0);
  expect([refused, away, silent].map(({ settled }) => settled.map(([, outcome]) => outcome))).toEqual([[{ status: 'failed', code: 'no-usable-address' }], [{ status: 'not-sent', code: 'unreachable' }], []]);
});
