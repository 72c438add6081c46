import { BodyLong, BodyShort, Button, HStack, Tag } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { instantShown } from '../../../shared/instant.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { useDefinition } from '../definition.js';
import { useText } from '../messages.js';
import type { Entry, Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { CorrectionForm } from './correction-form.js';
import { canChange, standingOf } from './events.js';
import { RetractionForm } from './retraction-form.js';

const tagged = { corrected: 'neutral', retracted: 'neutral', correction: 'info', retraction: 'warning' } as const;

/** One event: what, when, by whom, with its fields; and its forms when it is the one that the address names. */
export function EventRow({ pathway, entry }: { readonly pathway: Pathway; readonly entry: Entry }) {
  const text = useText();
  const { language } = useLanguage();
  const who = useWho();
  const definition = useDefinition(pathway.pathwayId);
  const mayCorrect = useMay('pathway.correct');
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const { hendelse, endring } = patientRoute.useSearch();
  const row = useRef<HTMLLIElement>(null);
  const isNamed = hendelse === entry.id;
  useEffect(() => {
    if (!isNamed) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus();
  }, [isNamed]);
  // The beginning of the pathway itself is the system's own, and no event of the definition.
  const isChangeable = canChange(entry) && definition.parts?.events[entry.type] !== undefined;
  const standing = standingOf(entry, pathway.timeline);
  const open = (change: 'rett' | 'trekk' | undefined): void => void navigate({ search: ({ endring: _, ...rest }) => ({ ...rest, hendelse: entry.id, ...(change !== undefined && { endring: change }) }), resetScroll: false });
  const asked = isNamed && isChangeable ? endring : undefined;
  return (
    <li ref={row} tabIndex={-1} className={isNamed ? 'patient-event patient-event-named' : 'patient-event'}>
      <HStack gap="space-4 space-12" align="center">
        <strong>{dayShown(entry.occurredOn, language)}</strong>
        <span className={standing === 'corrected' || standing === 'retracted' ? 'patient-struck' : undefined}>{entry.title}</span>
        {standing !== 'plain' && <Tag size="xsmall" variant="outline" data-color={tagged[standing]}>{text(`standing-${standing}`)}</Tag>}
      </HStack>
      <EventData pathway={pathway} entry={entry} />
      {entry.text !== null && <BodyLong size="small" className="patient-text">{entry.text}</BodyLong>}
      <BodyShort size="small" textColor="subtle">{text('recordedBy', { at: instantShown(entry.recordedAt, language), who: who(entry.actor) })}</BodyShort>
      {mayCorrect && isChangeable && asked === undefined && (
        <HStack gap="space-8">
          <Button size="xsmall" variant="tertiary" onClick={() => open('rett')} aria-label={text('correctOf', { title: entry.title, day: dayShown(entry.occurredOn, language) })}>{text('correct')}</Button>
          <Button size="xsmall" variant="tertiary" onClick={() => open('trekk')} aria-label={text('retractOf', { title: entry.title, day: dayShown(entry.occurredOn, language) })}>{text('retract')}</Button>
        </HStack>
      )}
      {mayCorrect && asked === 'rett' && <CorrectionForm pathway={pathway} entry={entry} close={() => open(undefined)} />}
      {mayCorrect && asked === 'trekk' && <RetractionForm pathway={pathway} entry={entry} close={() => open(undefined)} />}
    </li>
  );
}

/** The one id that names somebody. */
const personField = 'personId';

/** An event's fields with the definition's words; what the definition does not name (a system's own observation) is left out. */
function EventData({ pathway, entry: { type, data } }: { readonly pathway: Pathway; readonly entry: Entry }) {
  const text = useText();
  const { language } = useLanguage();
  const fields = useDefinition(pathway.pathwayId).parts?.events[type]?.fields ?? {};
  const who = useWho();
  const shown = Object.entries(fields).filter(([name, { type: kind }]) => data[name] !== undefined && (kind !== 'id' || name === personField));
  if (shown.length === 0) return null;
  const said = (name: string, value: unknown): string => {
    const { codes = {}, type: kind } = fields[name]!;
    if (Array.isArray(value)) return value.map((one) => said(name, one)).join(', ');
    if (typeof value === 'boolean') return text(value ? 'yes' : 'no');
    const word = String(value);
    if (name === personField) return who(`person:${word}`);
    if (kind === 'date') return dayShown(word, language);
    return codes[word] === undefined ? word : inLanguage(codes[word], language);
  };
  return <BodyShort size="small">{shown.map(([name, { title }]) => `${inLanguage(title, language)}: ${said(name, data[name])}`).join(' · ')}</BodyShort>;
}
