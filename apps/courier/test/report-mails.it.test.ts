import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ReportMailDue, ReportMailOutcome } from '@forlop/ledger';
import { letterMailer, MailRefused, smtpMailer, startInbox, type Inbox, type Mailer } from '@forlop/messaging';
import { reportLetter } from '@forlop/reminders';
import { appLog } from '@forlop/telemetry';
import { ReportMailWatch } from '../src/report-mails.js';

let dir: string;
let inbox: Inbox;
let mailer: Mailer;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reports-'));
  inbox = await startInbox({ smtpPort: 0, dir });
  mailer = smtpMailer({ url: inbox.url, from: 'Forløp <forlop@prove.example>' });
});
afterEach(async () => {
  mailer.close();
  await inbox.close();
  await rm(dir, { recursive: true });
});

const due: ReportMailDue = { id: '0198c0de-7777-4000-8000-000000000011', scheduleId: '0198c0de-7777-4000-8000-000000000012', runId: '0198c0de-7777-4000-8000-000000000013', kind: 'ready', language: 'nn', email: 'leiar@prove.example' };

function watchOf(mails: readonly ReportMailDue[], through: Pick<Mailer, 'send'> = mailer) {
  const settled: [string, ReportMailOutcome][] = [];
  const ledger = { claimReportMails: async () => mails, settleReportMail: async (id: string, outcome: ReportMailOutcome) => void settled.push([id, outcome]) };
  const send = letterMailer({ mailer: { ...mailer, ...through }, domain: 'prove.example', returnPaths: null, replyTo: null });
  return { settled, watch: new ReportMailWatch({ ledger, send, publicUrl: 'https://forlop.example', log: appLog('courier', 'silent') }) };
}

test('a mail about a report is a link in the receiver’s language, by the same id each time', async () => {
  const { watch, settled } = watchOf([due, due]);
  expect(await watch.once()).toBe(2);
  expect(settled).toEqual([[due.id, { status: 'sent', template: 'report.ready.nothing.nn@1' }], [due.id, { status: 'sent', template: 'report.ready.nothing.nn@1' }]]);
  const mails = await Promise.all((await readdir(dir)).filter((name) => name.endsWith('.eml')).map((name) => readFile(join(dir, name), 'utf8')));
  expect(mails.length).toBeGreaterThan(0);
  for (const mail of mails) {
    expect(mail).toContain(`Message-ID: <${due.id}@prove.example>`);
    expect(mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')).toContain(`https://forlop.example/revisjon?fane=faste&rapport=${due.scheduleId}&laget=${due.runId}`);
    expect(mail).toContain('Content-Language: nn');
  }
});

test('what the server refuses has failed, what may pass is tried again, and what may have arrived is left without an outcome', async () => {
  const failing = (error: Error) => watchOf([due], { send: () => Promise.reject(error) });
  const [refused, away, lost] = [failing(new MailRefused(550)), failing(Object.assign(new Error('borte'), { code: 'ECONNREFUSED' })), failing(Object.assign(new Error('taus'), { code: 'ETIMEDOUT', command: 'DATA' }))];
  for (const { watch } of [refused, away, lost]) expect(await watch.once()).toBe(0);
  expect([refused.settled[0]?.[1].status, away.settled[0]?.[1].status, lost.settled]).toEqual(['failed', 'not-sent', []]);
});

test.each(['ready', 'owner-without-right', 'receiver-without-right'] as const)('«%s» says in three languages what to do, and no number', (news) => {
  for (const language of ['nb', 'nn', 'en'] as const) {
    const { subject, text, template } = reportLetter({ news, language, link: 'https://forlop.example/revisjon' });
    expect(template).toBe(`report.${news}.nothing.${language}@1`);
    expect(`${subject} ${text}`).not.toMatch(/\d/);
    expect(text).toContain('https://forlop.example/revisjon');
  }
});
