import { Alert, BodyShort, Box, CopyButton, Heading, HStack, Tag, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { useLanguage } from '../../shared/texts.js';
import { StatusTag } from './clocks/status-tag.js';
import { Confirmations } from './confirmations.js';
import { useText } from './messages.js';
import { clocksQuery, type Pathway } from './queries.js';
import { useRoleSaid } from './role-said.js';
import { patientRoute } from './route.js';

/** Who the patient is, where in the pathway, what is wrong, and what is next by whom. */
export function PatientHeader({ pathway }: { readonly pathway: Pathway }) {
  return (
    <VStack gap="space-12" className="patient-header">
      <Who pathway={pathway} />
      <Alarms pathway={pathway} />
      <Confirmations pathway={pathway} />
      <Next pathway={pathway} />
    </VStack>
  );
}

function Who({ pathway }: { readonly pathway: Pathway }) {
  const text = useText();
  const { language } = useLanguage();
  const roleSaid = useRoleSaid(pathway);
  const { patient, step, mode, organisation, definitionTitle, endedOn } = pathway;
  return (
    <>
      <HStack gap="space-4 space-24" align="center">
        {patient.birthDate !== null && <Said name={text('born')}>{dayShown(patient.birthDate, language)}</Said>}
        {patient.identifier !== null && (
          <HStack align="center">
            <Said name={text('number')}>{patient.identifier.value}</Said>
            <CopyButton size="xsmall" copyText={patient.identifier.value} title={text('copyNumber')} />
          </HStack>
        )}
        {!patient.verified && !patient.erased && <Tag size="small" variant="outline" data-color="warning">{text('notVerified')}</Tag>}
        {patient.protection !== null && patient.protection !== 'ingen' && <Tag size="small" variant="outline" data-color="danger">{text('protected')}</Tag>}
        {mode !== 'live' && <Tag size="small" variant="outline" data-color="warning">{text(`mode-${mode}`)}</Tag>}
        {endedOn !== null && <Tag size="small" variant="outline" data-color="neutral">{text('endedOn', { day: dayShown(endedOn, language) })}</Tag>}
      </HStack>
      <HStack gap="space-4 space-24">
        <Said name={text('step')}>{text('stepSince', { step: step.title, day: dayShown(step.since, language) })}</Said>
        {step.owner !== null && <Said name={text('turn')}>{roleSaid(step.owner)}</Said>}
        <Said name={text('unit')}>{organisation.name}</Said>
        <Said name={text('pathway')}>{definitionTitle}</Said>
      </HStack>
    </>
  );
}

const Said = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <BodyShort>
    {`${name}: `}
    <strong>{children}</strong>
  </BodyShort>
);

/** What is wrong with the pathway itself. Broken clocks stand under what is next. */
function Alarms({ pathway }: { readonly pathway: Pathway }) {
  const text = useText();
  const { language } = useLanguage();
  const { alarms, findings, quarantine, patient } = pathway;
  const isHeld = quarantine !== null && quarantine.releasedAt === null;
  return (
    <>
      {patient.erased && <Alert size="small" variant="info">{text('erased')}</Alert>}
      {alarms.map(({ code, from }) => (
        <Alert key={code} size="small" variant="error">{text(`alarm-${code}`, { day: dayShown(from, language) })}</Alert>
      ))}
      {isHeld && (
        <Alert size="small" variant="warning">
          {text('quarantined')}
          <ul>
            {quarantine.reasons.map(({ code, sentence }) => <li key={code}>{sentence}</li>)}
          </ul>
        </Alert>
      )}
      {findings.length > 0 && (
        <Alert size="small" variant="warning">
          <AppLink to={patientRoute.fullPath} params={{ id: pathway.pathwayId }} search={{ fane: 'hendelser' }}>
            {text('findings', { count: findings.length })}
          </AppLink>
        </Alert>
      )}
    </>
  );
}

/** What must be done, by whom and by when, the nearest first. */
function Next({ pathway }: { readonly pathway: Pathway }) {
  const text = useText();
  const { language } = useLanguage();
  const roleSaid = useRoleSaid(pathway);
  const clocks = useQuery(clocksQuery(pathway.pathwayId)).data?.clocks;
  const titleOf = (key: string): string => pathway.clocks.find((clock) => clock.key === key)?.title ?? key;
  return (
    <Box borderWidth="1" borderColor="neutral-subtle" borderRadius="8" padding="space-12">
      <Heading level="2" size="xsmall" spacing>{text('next')}</Heading>
      {pathway.nextSteps.length === 0 && <BodyShort>{text(pathway.active ? 'noNext' : 'noNextEnded')}</BodyShort>}
      <ul className="patient-next">
        {pathway.nextSteps.map(({ clockKey, owner, dueOn, status }) => {
          const left = clocks?.find(({ key }) => key === clockKey)?.daysLeft ?? null;
          return (
            <li key={clockKey}>
              <AppLink to={patientRoute.fullPath} params={{ id: pathway.pathwayId }} search={(before) => ({ ...before, frist: clockKey })} resetScroll={false}>{titleOf(clockKey)}</AppLink>
              <span>{text('ownerOf', { owner: roleSaid(owner) })}</span>
              <span>{text('by', { day: dayShown(dueOn, language) })}</span>
              <span>{left === null ? '' : daysShown(text, left)}</span>
              <span><StatusTag status={status} /></span>
            </li>
          );
        })}
      </ul>
    </Box>
  );
}

/** Days left as the API counts them, in words. */
export function daysShown(text: ReturnType<typeof useText>, left: number): string {
  if (left === 0) return text('dueToday');
  return left > 0 ? text('daysLeft', { count: left }) : text('daysOver', { count: -left });
}
