import { useText } from './messages.js';

const steps = [
  'planned', 'claimed', 'possibly-sent-twice', 'possibly-sent', 'sent', 'not-sent', 'delivered', 'read', 'failed', 'suppressed', 'hastened', 'held', 'handed-on', 'readdressed', 'acknowledged', 'answered', 'done', 'escalated', 'unsubscribed',
] as const;
const reasons = ['stopped', 'no-address', 'no-contact', 'away', 'weekly-limit', 'new-contact', 'no-receipt', 'message', 'received', 'not-mine', 'done', 'takes-over', 'guidance', 'no-usable-address', 'timeout', 'unreachable', 'connection-lost'] as const;
const channels = ['email', 'dialogmelding', 'webhook'] as const;

/** The proof's codes in words; a code that has none is shown as it is, since whoever mends the fault knows it. */
export function useCodes(): Readonly<Record<'step' | 'reason' | 'channel', (code: string) => string>> {
  const text = useText();
  return {
    step: (code) => {
      const known = steps.find((one) => one === code);
      return known === undefined ? code : text(`step-${known}`);
    },
    reason: (code) => {
      const known = reasons.find((one) => one === code);
      return known === undefined ? text('code', { code }) : text(`reason-${known}`);
    },
    channel: (code) => {
      const known = channels.find((one) => one === code);
      return known === undefined ? code : text(`channel-${known}`);
    },
  };
}
