import { BodyLong, BodyShort, Heading, Modal, Tag, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem } from '../../../client/problem.js';
import { dayShown } from '../../../shared/day.js';
import { instantShown } from '../../../shared/instant.js';
import { AppLink } from '../../../shared/link.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { useDefinition } from '../definition.js';
import { useText } from '../messages.js';
import { explanationQuery, type Explanation, type Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { StatusTag } from './status-tag.js';

/** «Hvorfor denne datoen?»: the rule, its value and source, the versions, the events and days behind a date, and what was shown earlier. */
export function WhyThisDate({ pathway, clockKey }: { readonly pathway: Pathway; readonly clockKey: string }) {
  const text = useText();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const explanation = useQuery(explanationQuery(pathway.pathwayId, clockKey));
  // An old link: the patient is here, and the clock is not (any more).
  const isUnknown = explanation.error instanceof Problem && explanation.error.code === 'unknown-clock';
  const close = (): void => void navigate({ search: ({ frist: _, ...rest }) => rest, resetScroll: false });
  return (
    <Modal open onClose={close} width="medium" header={{ ...(explanation.data !== undefined && { label: text('why') }), heading: explanation.data?.rule.title ?? text('why'), size: 'small' }}>
      <Modal.Body>
        {explanation.isPending && <Loading />}
        {isUnknown && <BodyLong>{explanation.error?.message}</BodyLong>}
        {explanation.error !== null && explanation.data === undefined && !isUnknown && <ProblemView error={explanation.error} retry={() => void explanation.refetch()} />}
        {explanation.data !== undefined && <Why pathway={pathway} explanation={explanation.data} />}
      </Modal.Body>
    </Modal>
  );
}

function Why({ pathway, explanation }: { readonly pathway: Pathway; readonly explanation: Explanation }) {
  const text = useText();
  const { language } = useLanguage();
  const { rule, value, sources, versions, sentences, status } = explanation;
  return (
    <VStack gap="space-16">
      <div>
        {sentences.map((sentence) => <BodyLong key={sentence}>{sentence}</BodyLong>)}
      </div>
      <Part title={text('rule')}>
        <BodyShort spacing>
          {`${rule.id} `}
          <Tag size="xsmall" variant="outline" data-color="neutral">{text(`rule-${rule.status}`)}</Tag>
          {' '}
          <Tag size="xsmall" variant="outline" data-color="neutral">{text(`kind-${rule.kind}`)}</Tag>
          {' '}
          <StatusTag status={status} />
        </BodyShort>
        <BodyShort>{value === null ? text('noValue') : text('value', { span: text(`unit-${value.unit}`, { count: value.value }) })}</BodyShort>
      </Part>
      <Part title={text('source')}>
        <ul>
          {sources.map(({ source, title, locator, note, validFrom, validTo }) => (
            <li key={`${source} ${locator ?? ''} ${note ?? ''}`}>
              {[title, locator].filter((part) => part !== undefined).join(', ')}
              {validFrom !== undefined && ` (${text('validFrom', { day: dayShown(validFrom, language) })}${validTo === undefined ? '' : ` ${text('validTo', { day: dayShown(validTo, language) })}`})`}
              {note !== undefined && <BodyShort size="small" textColor="subtle">{note}</BodyShort>}
            </li>
          ))}
        </ul>
      </Part>
      <UsedEvents pathway={pathway} explanation={explanation} />
      <Skipped explanation={explanation} />
      <ShownEarlier explanation={explanation} />
      <Part title={text('versions')}>
        <BodyShort>{text('versionsAre', versions)}</BodyShort>
      </Part>
    </VStack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Heading level="2" size="xsmall" spacing>{title}</Heading>
      {children}
    </div>
  );
}

function UsedEvents({ pathway, explanation: { events } }: { readonly pathway: Pathway; readonly explanation: Explanation }) {
  const text = useText();
  const { language } = useLanguage();
  const definition = useDefinition(pathway.pathwayId);
  const isRecorded = (id: string): boolean => pathway.timeline.some((entry) => entry.id === id);
  if (events.length === 0) return null;
  return (
    <Part title={text('usedEvents')}>
      <ul>
        {events.map(({ part, id, type, occurredOn, recordedAt, correctedBy }) => (
          <li key={`${part} ${id}`}>
            {`${text(`part-${part}`)}: `}
            {isRecorded(id) ? <AppLink to={patientRoute.fullPath} params={{ id: pathway.pathwayId }} search={{ fane: 'hendelser', hendelse: id }}>{definition.event(type)}</AppLink> : definition.event(type)}
            {` ${dayShown(occurredOn, language)}`}
            {recordedAt !== null && `, ${text('recordedAt', { at: instantShown(recordedAt, language) })}`}
            {correctedBy.length > 0 && `, ${text('isCorrected')}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Skipped({ explanation: { skipped } }: { readonly explanation: Explanation }) {
  const text = useText();
  const { language } = useLanguage();
  if (skipped.length === 0) return null;
  return (
    <Part title={text('skipped')}>
      <ul>
        {skipped.map(({ date, reasons }) => <li key={date}>{`${dayShown(date, language)}: ${reasons.map(({ name }) => name).join(', ')}`}</li>)}
      </ul>
    </Part>
  );
}

function ShownEarlier({ explanation: { shown } }: { readonly explanation: Explanation }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Part title={text('shownEarlier')}>
      <ul>
        {shown.map(({ status, from, to, dueOn, knownAt }) => (
          <li key={`${from} ${knownAt}`}>
            {`${to === null ? text('shownSince', { from: dayShown(from, language) }) : text('shownFromTo', { from: dayShown(from, language), to: dayShown(to, language) })}: ${text(`status-${status}`)}`}
            {dueOn !== null && `, ${text('withDue', { day: dayShown(dueOn, language) })}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}
