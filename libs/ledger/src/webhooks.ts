import type { LedgerContext } from './context.js';
import type { Webhooks } from './types/webhooks.js';
import { pingsDue, recordPing, sealedSecrets, tellCourierKey } from './webhooks/delivery.js';
import { askForPing, endSubscriber, registerSubscriber, rotateSubscriber, subscribers } from './webhooks/subscribers.js';

/** The calls about subscribers to webhooks, each a function of one file. */
export function webhooksOf(context: LedgerContext): Webhooks {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    registerSubscriber: bound(registerSubscriber),
    subscribers: bound(subscribers),
    rotateSubscriber: bound(rotateSubscriber),
    endSubscriber: bound(endSubscriber),
    askForPing: bound(askForPing),
    tellCourierKey: bound(tellCourierKey),
    sealedSecrets: bound(sealedSecrets),
    pingsDue: bound(pingsDue),
    recordPing: bound(recordPing),
  };
}
