import type { Ledger, ReportMailDue, ReportMailOutcome } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, type LetterMail } from '@forlop/messaging';
import { reportLetter } from '@forlop/reminders';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface ReportMailWatchOptions {
  readonly ledger: Pick<Ledger, 'claimReportMails' | 'settleReportMail'>;
  readonly send: (mail: LetterMail) => Promise<void>;
  /** Where people sign in; without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

const standardEveryMs = 10_000;
const page = 20;

/** Tells people of scheduled reports, each by a mail with a link: whoever opens it logs in, and sees it with their own rights. */
export class ReportMailWatch {
  private readonly loop: Repeated;

  constructor(private readonly options: ReportMailWatchOptions) {
    const { everyMs = standardEveryMs, log } = options;
    this.loop = new Repeated({
      turn: async () => void (await this.once()),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'mails about reports could not be sent, trying again'),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look. @returns how many were handed over. */
  async once(): Promise<number> {
    const { ledger, log } = this.options;
    let sent = 0;
    for (const due of await ledger.claimReportMails(page)) {
      const outcome = await this.send(due);
      // It may have arrived: whoever looks next hands over the same mail once more.
      if (outcome === null) continue;
      await ledger.settleReportMail(due.id, outcome);
      sent += outcome.status === 'sent' ? 1 : 0;
    }
    if (sent > 0) log.info({ sent }, 'mails about reports were sent');
    return sent;
  }

  private async send({ id, scheduleId, runId, kind, language, email }: ReportMailDue): Promise<ReportMailOutcome | null> {
    const link = `${this.options.publicUrl}/revisjon?fane=faste&rapport=${scheduleId}&laget=${runId}`;
    const { template, subject, text } = reportLetter({ news: kind, language, link });
    try {
      await this.options.send({ messageId: id, email, language, subject, text, link });
      return { status: 'sent', template };
    } catch (error) {
      if (error instanceof ChannelRefused) return { status: 'failed', code: error.code };
      if (!(error instanceof ChannelUnavailable)) throw error;
      return error.maybeSent ? null : { status: 'not-sent', code: error.code };
    }
  }
}
