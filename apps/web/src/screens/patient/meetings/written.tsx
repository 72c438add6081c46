import { BodyLong, BodyShort, ReadMore, VStack } from '@navikt/ds-react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { useText } from './messages.js';
import type { Meeting } from './queries.js';

const asWritten = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** What is written of a meeting: agenda, the versions of the minutes, and what happened with it. */
export function Written({ meeting: { agenda, minutes, participants, history } }: { readonly meeting: Meeting }) {
  const text = useText();
  const { language } = useLanguage();
  const who = useWho();
  const whoOf = (detail: Meeting['history'][number]['detail']): string => {
    const { title } = participants.find(({ id }) => id === detail['deltaker']) ?? {};
    return title === undefined ? '' : text('happenedTo', { who: title });
  };
  const whatOf = (what: string): string => {
    const known = (['planned', 'moved', 'cancelled', 'not-held', 'held', 'answered', 'agenda', 'minutes', 'participant', 'invitation-sent', 'invitation-not-sent', 'invitation-possibly-sent', 'invitation-failed', 'invitation-suppressed'] as const).find((one) => one === what);
    return known === undefined ? what : text(`happened-${known}`);
  };
  return (
    <VStack gap="space-8" align="stretch">
      {agenda.length > 0 && (
        <ReadMore size="small" header={text('agenda', { count: agenda.length })}>
          <ul>
            {agenda.map(({ title, done }, index) => (
              <li key={`${index} ${title}`}>{done ? text('agendaDone', { title }) : title}</li>
            ))}
          </ul>
        </ReadMore>
      )}
      {minutes.map((one, index) => (
        <ReadMore key={one.version} size="small" defaultOpen={index === 0} header={text('minutes', { version: one.version, when: instantShown(one.writtenAt, language), who: who(one.writtenBy) })}>
          <BodyLong style={asWritten}>{one.text ?? text('erased')}</BodyLong>
        </ReadMore>
      ))}
      <ReadMore size="small" header={text('history', { count: history.length })}>
        <ol>
          {history.map((one, index) => (
            <li key={`${one.at} ${index}`}>
              <BodyShort size="small">{text('happened', { when: instantShown(one.at, language), what: `${whatOf(one.what)}${whoOf(one.detail)}`, who: who(one.actor) })}</BodyShort>
              {one.text !== null && <BodyShort size="small" style={asWritten}>{one.text}</BodyShort>}
            </li>
          ))}
        </ol>
      </ReadMore>
    </VStack>
  );
}
