import { BodyShort } from '@navikt/ds-react';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { Fact, Part } from './panel.js';
import type { Clock, PathwayMap } from './queries.js';

/** A rule: what it is, what starts it and keeps it, where it comes from, and what the system does about it. */
export function ClockPanel({ map, clock }: { readonly map: PathwayMap; readonly clock: Clock }) {
  const text = useText();
  const { language } = useLanguage();
  const { id, kind, status, length, owner, startedBy, metBy, sources } = clock;
  const named = (event: string): string => {
    const title = map.events.find((one) => one.id === event)?.title;
    return title === undefined ? event : inLanguage(title, language);
  };
  return (
    <>
      <Fact name={text('length')}>{length ?? text('noLength')}</Fact>
      <Fact name={text('owner')}>{owner.title}</Fact>
      <Fact name={text('binding')}>{text('bindingOf', { kind: text(`kind-${kind}`), status: text(`status-${status}`) })}</Fact>
      <Part title={text('startedBy')} items={startedBy.map(named)} />
      <Part title={text('metBy')} items={metBy.map(named)} />
      <Part title={text('sources')} items={sources.map(({ title, locator, note }) => [title, locator, note].filter((part) => part !== null).join(', '))} />
      <Part
        title={text('duties')}
        items={map.duties.filter((duty) => duty.clock === id).map((duty) => text('dutyTo', { title: inLanguage(duty.title, language), role: duty.to.title }))}
      />
      <BodyShort size="small" spacing>
        {text('ruleId', { id })}
      </BodyShort>
    </>
  );
}
