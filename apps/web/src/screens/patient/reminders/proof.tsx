import { BodyShort } from '@navikt/ds-react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { useText } from './messages.js';
import { useCodes } from './use-codes.js';
import type { ReminderEntry } from './queries.js';

/** All that happened with a reminder, in order: when, what, by which way, and why. */
export function Proof({ entries }: { readonly entries: readonly ReminderEntry[] }) {
  const text = useText();
  const { language } = useLanguage();
  const who = useWho();
  const { step, reason, channel } = useCodes();
  return (
    <ol>
      {entries.map((entry, index) => (
        <li key={`${entry.at} ${entry.what} ${index}`}>
          <BodyShort size="small">{text('step', { when: instantShown(entry.at, language), what: step(entry.what), who: who(entry.actor) })}</BodyShort>
          {entry.channel !== null && <BodyShort size="small">{channel(entry.channel)}</BodyShort>}
          {entry.code !== null && <BodyShort size="small">{reason(entry.code)}</BodyShort>}
          {entry.template !== null && <BodyShort size="small" style={{ overflowWrap: 'anywhere' }}>{text('template', { template: entry.template })}</BodyShort>}
          {entry.messageId !== null && <BodyShort size="small" style={{ overflowWrap: 'anywhere' }}>{text('messageId', { id: entry.messageId })}</BodyShort>}
        </li>
      ))}
    </ol>
  );
}
