import { CancelledFailure, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { osloDate, osloDateOf } from '@forlop/calendar';
import type { Ledger, MessageContent } from '@forlop/ledger';
import { MailRefused, messageIdOf, type Mailer } from '@forlop/messaging';
import { referenceOf, renderItem, renderLetter, shippedTemplates } from '@forlop/reminders';
import type { AttemptRef, DeliveryActivities, Wording } from '@forlop/workflows';
import { asActivity } from './failures.js';

/** The ports of the courier's activities. */
export interface DeliveryPorts {
  readonly ledger: Pick<Ledger, 'messageContent' | 'effects'>;
  readonly mailer: Mailer;
  /** Where people sign in; without a slash at the end. */
  readonly publicUrl: string;
  /** Right-hand side of every Message-ID. */
  readonly domain: string;
}

/** While the installation sends nothing, a sending that was claimed before waits this long between looks. */
const effectsOffRetry = '15 minutes';

/** How obligations of the first shape, and none since, have something sent; new ones plan it (`digestActivities`). */
export function deliveryActivities(ports: DeliveryPorts): Pick<DeliveryActivities, 'deliver'> {
  return {
    deliver: async ({ message, wording, ...attempt }) => {
      await refuseWhileEffectsAreOff(ports);
      const content = await asActivity(() => ports.ledger.messageContent(message.id));
      return { messageId: await sendToEach(ports, attempt, wording, content) };
    },
  };
}

/** The claim was refused or given by this switch too; it may have been turned since. */
async function refuseWhileEffectsAreOff({ ledger }: DeliveryPorts): Promise<void> {
  const { on } = await asActivity(() => ledger.effects());
  if (on) return;
  throw ApplicationFailure.create({ message: 'Installasjonen sender ingenting nå (effekter er slått av).', type: 'effects-off', nextRetryDelay: effectsOffRetry });
}

/**
 * Sends to one addressee after the other. How many are done is kept in the heartbeat, so that a retry goes on where
 * the last one stopped; between two mails it notices that the obligation was stopped.
 * @returns the Message-ID of the first mail.
 * @throws a final failure, after the others have been sent to, when someone cannot be reached.
 */
async function sendToEach(ports: DeliveryPorts, attempt: AttemptRef, wording: Wording, content: MessageContent): Promise<string> {
  const { to } = content;
  const done = progressSoFar();
  for (let index = done.count; index < to.length; index++) {
    throwIfStopped();
    const unreached = await sendToOne(ports, attempt, wording, content, to[index]?.email ?? null);
    done.unreached ??= unreached;
    done.count = index + 1;
    Context.current().heartbeat({ ...done });
  }
  const unreached = to.length === 0 ? 'no-address' : done.unreached;
  if (unreached !== null) throw ApplicationFailure.nonRetryable('Minst én mottaker kan ikke nås.', unreached);
  return messageIdOf({ ...attempt, to: to[0]?.email ?? '' }, ports.domain);
}

/** Sends one mail. @returns why this addressee can never be reached; null when it was sent. */
async function sendToOne({ mailer, publicUrl, domain }: DeliveryPorts, attempt: AttemptRef, wording: Wording, content: MessageContent, email: string | null): Promise<Unreached | null> {
  if (email === null) return 'no-address';
  const today = osloDateOf(Date.now());
  const kind = { language: 'nb', carries: 'nothing' } as const;
  const item = renderItem(shippedTemplates, {
    ...kind,
    wording,
    reference: referenceOf(attempt.pathwayId),
    link: `${publicUrl}/pasient/${attempt.pathwayId}`,
    due: content.dueOn === null ? null : osloDate(content.dueOn),
    answerLink: null,
    organisation: content.organisation,
  }, today);
  const { subject, text } = renderLetter(shippedTemplates, [item], kind, today);
  try {
    await mailer.send({ to: email, subject, text, messageId: messageIdOf({ ...attempt, to: email }, domain) });
    return null;
  } catch (error) {
    if (error instanceof MailRefused) return 'mail-refused';
    throw error;
  }
}

type Unreached = 'no-address' | 'mail-refused';

interface Progress {
  count: number;
  unreached: Unreached | null;
}

function progressSoFar(): Progress {
  const before = Context.current().info.heartbeatDetails as Progress | undefined;
  return { count: before?.count ?? 0, unreached: before?.unreached ?? null };
}

function throwIfStopped(): void {
  if (Context.current().cancellationSignal.aborted) throw new CancelledFailure('Plikten er lukket: sendes ikke.');
}
