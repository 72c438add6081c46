import { smtpMailer, type Mail } from '@forlop/messaging';
import PgBoss from 'pg-boss';
import { peerReady } from '../system/peer.js';
import { bossQueue } from './pg-boss-queue.js';

/** The plain queue that our reminders are compared with: takes mails out of pg-boss and sends them, and does nothing else. */
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL!, max: 10 });
boss.on('error', (error) => console.error(error));
const mailer = smtpMailer({ url: process.env.SMTP_URL!, from: 'Forløp <forlop@sykehus.example>' });
await boss.start();
// pg-boss rests for the interval after each batch, so one job at a time would measure the rest: batches, and the shortest interval it allows.
await boss.work<Mail>(bossQueue, { batchSize: 100, pollingIntervalSeconds: 0.5 }, async (jobs) => {
  await Promise.all(jobs.map(({ data }) => mailer.send(data)));
});
peerReady();
