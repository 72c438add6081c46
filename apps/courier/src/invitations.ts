import type { InvitationDue, InvitationOutcome, Ledger } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, type InvitationMail } from '@forlop/messaging';
import { invitationLetter, referenceOf } from '@forlop/reminders';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface InvitationWatchOptions {
  readonly ledger: Pick<Ledger, 'claimInvitations' | 'settleInvitation'>;
  readonly send: (mail: InvitationMail) => Promise<void>;
  /** Where people sign in; without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

const standardEveryMs = 5_000;
const page = 20;

/**
 * Mails invitations to meetings, changes of them and cancellations, each as its own mail. They leave at once, at any time of the day: somebody has just arranged it,
 * and a change that waits for the morning comes too late.
 */
export class InvitationWatch {
  private readonly loop: Repeated;

  constructor(private readonly options: InvitationWatchOptions) {
    const { everyMs = standardEveryMs, log } = options;
    this.loop = new Repeated({
      turn: async () => void (await this.once()),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'invitations to meetings could not be sent, trying again'),
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
    for (const due of await ledger.claimInvitations(page)) {
      const outcome = await this.send(due);
      // It may have arrived: whoever looks next hands over the same mail once more.
      if (outcome === null) continue;
      await ledger.settleInvitation(due.id, outcome);
      sent += outcome.status === 'sent' ? 1 : 0;
    }
    if (sent > 0) log.info({ sent }, 'invitations to meetings were sent');
    return sent;
  }

  private async send({ id, organisation, pathwayId, ...due }: InvitationDue): Promise<InvitationOutcome | null> {
    const link = `${this.options.publicUrl}/pasient/${pathwayId}?fane=moter`;
    const { template, subject, text, calendar } = invitationLetter({ ...due, organiser: organisation, reference: referenceOf(pathwayId), link });
    try {
      await this.options.send({ messageId: id, email: due.email, subject, text, link, calendar });
      return { status: 'sent', template };
    } catch (error) {
      if (error instanceof ChannelRefused) return { status: 'failed', code: error.code };
      if (!(error instanceof ChannelUnavailable)) throw error;
      return error.maybeSent ? null : { status: 'not-sent', code: error.code };
    }
  }
}
