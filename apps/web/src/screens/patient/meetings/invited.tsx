import { BodyShort } from '@navikt/ds-react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { useText } from './messages.js';
import type { Meeting, MeetingParticipant } from './queries.js';

const whys = ['superseded', 'not-live', 'ended', 'too-late', 'erased'] as const;

/** What a participant was mailed last, and when; or why nothing was. */
export function Invited({ participant: { email, invitations }, meeting }: { readonly participant: MeetingParticipant; readonly meeting: Meeting }) {
  const text = useText();
  const { language } = useLanguage();
  const [last] = invitations;
  if (last === undefined) return <BodyShort size="small">{email === null ? text('mail-noAddress') : text('mail-none')}</BodyShort>;
  const { state, method, sentAt, code, email: to } = last;
  const what = method === 'CANCEL' ? text('mail-CANCEL') : last.sequence === 0 ? text('mail-REQUEST') : text('mail-MOVED');
  const facts = { what, to: to ?? text('mail-erasedAddress'), when: sentAt === null ? '' : instantShown(sentAt, language) };
  const why = whys.find((one) => one === code);
  const says = (): string => {
    if (state === 'sent') return code === null ? text('mail-sent', facts) : text('mail-possibly', facts);
    if (state === 'failed') return text('mail-failed', { ...facts, code: code ?? '' });
    if (state === 'suppressed') return text('mail-suppressed', { ...facts, why: why === undefined ? (code ?? '') : text(`mail-why-${why}`) });
    return code === null || meeting.state === 'held' ? text('mail-waiting', facts) : text('mail-again', { ...facts, code });
  };
  return <BodyShort size="small" weight={state === 'failed' ? 'semibold' : 'regular'}>{says()}</BodyShort>;
}
