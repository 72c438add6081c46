import type { Mail } from '@forlop/messaging';
import PgBoss from 'pg-boss';
import { readable, type Bench, type Figure } from './figure.js';
import { startMailSink, type MailSink } from './reminders/mail-sink.js';
import { bossQueue } from './reminders/pg-boss-queue.js';
import { letFallDue, openBenchLedger, planReminders, states } from './reminders/planned.js';
import { startPeer } from './system/peer.js';
import { progress } from './system/progress.js';
import { withBenchSystem, type BenchSystem } from './system/system.js';
import { until } from './system/waiting.js';

const reminders = Number(process.env.BENCH_REMINDERS ?? 10_000);
const receivers = Number(process.env.BENCH_REMINDERS_RECEIVERS ?? 2_000);
/** Time to start all digests before they fall due. */
const leadMs = Number(process.env.BENCH_REMINDERS_LEAD_S ?? 120) * 1000;
const goalMs = 600_000;
const perReceiver = Math.ceil(reminders / receivers);

interface Handed {
  readonly ms: number;
  readonly sent: number;
  readonly mails: number;
  readonly twice: number;
}

/** Reminders that fall due in one minute: handed over by the courier, beside a plain pg-boss queue that sends as many mails of the same size. */
export const bench: Bench = () =>
  withBenchSystem(async (system) => {
    const sink = await startMailSink();
    try {
      const ours = await handedOver(system, sink);
      sink.clear();
      const plain = await byPgBoss(system, sink, ours.mails);
      return figures(ours, plain);
    } finally {
      await sink.close();
    }
  });

async function handedOver(system: BenchSystem, sink: MailSink): Promise<Handed> {
  const ledger = await openBenchLedger(system);
  progress(`planning ${receivers * perReceiver} reminders to ${receivers} receivers`);
  const digests = await planReminders(ledger, { receivers, perReceiver }).finally(() => ledger.close());
  await system.startApp('courier', { SMTP_URL: sink.url, LOG_LEVEL: 'warn' });
  const dueAt = new Date(Date.now() + leadMs);
  progress('starting their digests');
  await letFallDue(system, digests, dueAt);
  if (Date.now() > dueAt.getTime()) throw new Error('The digests were not started in time; give BENCH_REMINDERS_LEAD_S more.');
  const sent = async () => (await states(system))['sent'] ?? 0;
  await until('all have been handed over', async () => (await sent()) === receivers * perReceiver, leadMs + 3 * goalMs, 500);
  return { ms: Date.now() - dueAt.getTime(), sent: await sent(), mails: sink.arrived.size, twice: sink.count() - sink.arrived.size };
}

/** As many mails of the size of ours, put in before the sender starts. @returns milliseconds until the last had arrived. */
async function byPgBoss({ databaseUrl }: BenchSystem, sink: MailSink, mails: number): Promise<number> {
  const boss = new PgBoss({ connectionString: databaseUrl });
  boss.on('error', (error) => progress(String(error)));
  await boss.start();
  try {
    await boss.createQueue(bossQueue);
    await boss.insert(Array.from({ length: mails }, (_, n) => ({ name: bossQueue, data: plainMail(n) })));
    progress(`pg-boss sends ${mails} mails`);
    const began = Date.now();
    const sender = await startPeer(new URL('./reminders/pg-boss-sender.js', import.meta.url), { DATABASE_URL: databaseUrl, SMTP_URL: sink.url });
    try {
      await until('pg-boss has sent all', async () => sink.arrived.size === mails, 3 * goalMs, 250);
      return Date.now() - began;
    } finally {
      await sender.stop();
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

const line = 'Noe venter på deg i Forløp. Referanse: 5A1C0934. Frist: onsdag 8. april 2026. https://forlop.example/forlop/5a1c0934-0000-4000-8000-000000000001\n\n';

function plainMail(n: number): Mail {
  const text = line.repeat(perReceiver);
  return { to: `fastlege-${n}@legekontor.example`, subject: `${perReceiver} saker venter på deg`, text, html: `<pre>${text}</pre>`, messageId: `<plain-${n}@sykehus.example>` };
}

function figures(ours: Handed, plainMs: number): Figure[] {
  const wanted = receivers * perReceiver;
  const rate = (n: number, ms: number) => readable((n * 1000) / ms);
  return [
    { name: 'reminders due in one minute, all handed over', value: ours.ms / 1000, unit: 's', goal: '≤ 600 s', met: ours.ms <= goalMs && ours.sent === wanted, detail: `${wanted} reminders to ${receivers} receivers, ${perReceiver} about the same patient to each, in ${ours.mails} mails: ${rate(ours.sent, ours.ms)} reminders and ${rate(ours.mails, ours.ms)} mails a second. One courier; Temporal's development server; from the minute to the last proof in the ledger, which counts ${ours.sent} as sent.` },
    { name: 'sent twice', value: ours.twice, unit: 'mails', goal: '0', met: ours.twice === 0, detail: 'Mails at the SMTP server beyond one for each Message-ID.' },
    { name: 'our mails a second ÷ plain pg-boss', value: plainMs / ours.ms, unit: '×', goal: null, met: null, detail: `pg-boss 10, in batches of 100, sent ${ours.mails} mails of the same size in ${readable(plainMs / 1000)} s (${rate(ours.mails, plainMs)} a second, its process's start included), all in the queue beforehand. It claims jobs, sends and completes them, over the same kind of SMTP connections: no look at whether the reminder still holds, no proof, no hash chain.` },
  ];
}
