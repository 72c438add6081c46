import { BodyShort } from '@navikt/ds-react';
import { isConflict } from '../../../client/problem.js';
import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { useDefinition } from '../definition.js';
import { useText } from '../messages.js';
import type { Entry } from '../queries.js';

/** What others recorded while the form stood open, when that is why nothing was saved. */
export function OthersDid({ error, pathwayId }: { readonly error: unknown; readonly pathwayId: string }) {
  const text = useText();
  const { language } = useLanguage();
  const definition = useDefinition(pathwayId);
  const who = useWho();
  if (!isConflict(error) || error.body.changes === undefined || error.body.changes.length === 0) return null;
  return (
    <div>
      <BodyShort>{text('othersDid')}</BodyShort>
      <ul>
        {(error.body.changes as readonly Pick<Entry, 'id' | 'type' | 'occurredOn' | 'actor'>[]).map(({ id, type, occurredOn, actor }) => (
          <li key={id}>{text('otherDid', { title: definition.event(type), day: dayShown(occurredOn, language), who: who(actor) })}</li>
        ))}
      </ul>
    </div>
  );
}
