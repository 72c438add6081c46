import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KeptProcess, repositoryRoot } from '@forlop/servers';
import type { Bench, Figure } from './figure.js';
import { startMailSink, type MailSink } from './reminders/mail-sink.js';
import { letFallDue, openBenchLedger, planReminders, possiblyTwice, states } from './reminders/planned.js';
import { progress } from './system/progress.js';
import { freePort, withBenchSystem, type BenchSystem } from './system/system.js';
import { until } from './system/waiting.js';

const sends = Number(process.env.BENCH_KILL_SENDS ?? 1_000);
const kills = Number(process.env.BENCH_KILLS ?? 100);
/** The server keeps each mail so long before it says so: a kill then meets sendings under way. */
const answersAfterMs = 100;
/** A life without a mail ends all the same: what the one before had begun is not given on for half a minute. */
const longestLifeMs = 45_000;

/** The courier killed with -9 again and again while it sends: what arrives, and what arrives twice. */
export const bench: Bench = () =>
  withBenchSystem(async (system) => {
    const sink = await startMailSink(answersAfterMs);
    try {
      const ledger = await openBenchLedger(system);
      progress(`planning ${sends} reminders to as many receivers`);
      const digests = await planReminders(ledger, { receivers: sends, perReceiver: 1 }).finally(() => ledger.close());
      await letFallDue(system, digests, new Date());
      const courier = await courierOf(system, sink);
      progress(`killing the courier ${kills} times`);
      let done = 0;
      for (; done < kills && sink.arrived.size < sends; done += 1) await oneLife(courier(done), sink);
      const last = courier(done);
      void last.start();
      try {
        await until('all are sent', async () => ((await states(system))['sent'] ?? 0) === sends, 600_000, 500);
        return figures(sink, done, (await states(system))['sent'] ?? 0, await possiblyTwice(system));
      } finally {
        await last.stop();
      }
    } finally {
      await sink.close();
    }
  });

/** Until its share of the mails has arrived, then -9. */
async function oneLife(process: KeptProcess, sink: MailSink): Promise<void> {
  const share = sink.arrived.size + Math.max(1, Math.floor(sends / (kills + 1)));
  const ended = process.start();
  const until = Date.now() + longestLifeMs;
  while (sink.arrived.size < share && Date.now() < until) await pause(5);
  process.kill();
  await ended;
}

/** The built courier as a process, anew for each life, without anything that would start it again. */
async function courierOf({ databaseUrl, temporal, keys, dir }: BenchSystem, sink: MailSink): Promise<(life: number) => KeptProcess> {
  const port = String(await freePort());
  const env = {
    ...process.env, ...keys, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace, SMTP_URL: sink.url,
    PUBLIC_URL: 'http://127.0.0.1:1', PORT_COURIER: port, LOG_LEVEL: 'warn',
  };
  return (life) =>
    new KeptProcess({
      name: `courier-${life}`, command: process.execPath, args: [join(repositoryRoot, 'apps', 'courier', 'dist', 'main.js')], env,
      output: { file: join(dir, 'courier.log') }, pidFile: join(dir, 'courier.pid'), stopSignal: 'SIGTERM', graceMs: 5_000,
    });
}

function figures(sink: MailSink, done: number, sent: number, marked: number): Figure[] {
  const lost = sends - sink.arrived.size;
  const twice = sink.count() - sink.arrived.size;
  return [
    { name: 'delivered', value: sink.arrived.size, unit: `of ${sends}`, goal: String(sends), met: lost === 0 && sent === sends, detail: `${done} kills with -9. Message-IDs at a real SMTP server that keeps each mail ${answersAfterMs} ms before it says that it has it; ${sent} are proven as sent in the ledger.` },
    { name: 'lost', value: lost, unit: 'mails', goal: '0', met: lost === 0, detail: 'Of those that were planned.' },
    { name: 'came again with the same Message-ID', value: twice, unit: 'mails', goal: 'only in flight, recorded', met: twice <= marked, detail: `${marked} are recorded as possibly sent twice: those that were claimed without an outcome when the courier was killed. None came again under another Message-ID, or more than ${sends} would have arrived.` },
  ];
}
