import { Alert, BodyShort, Box, Heading, VStack } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import { dayShown } from '../../../shared/day.js';
import { inLanguage, useLanguage, type Language } from '../../../shared/texts.js';
import { useDefinition } from '../definition.js';
import { useText } from '../messages.js';
import type { Command, Pathway, Preview } from '../queries.js';

interface Props {
  readonly pathway: Pathway;
  readonly command: Command;
  readonly preview: Preview;
  /** Of its heading. */
  readonly level: '3' | '4';
  /** Where it was asked for, reading goes on with it. */
  readonly takesFocus?: boolean;
}

/** What a command would change, before it is saved: the step, each deadline's old and new dates and whose breach it becomes, duties, and what is next. */
export function PreviewView({ pathway, command, preview, level, takesFocus = false }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const definition = useDefinition(pathway.pathwayId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [preview, takesFocus]);
  const { step, clocks, opens, closes, nextSteps, noNextStep, findings, warnings } = preview;
  const isSame = step.before.id === step.after.id && clocks.length + opens.length + closes.length === 0;
  const titleOf = (key: string): string => [...clocks, ...pathway.clocks].find((clock) => clock.key === key)?.title ?? definition.clock(key.replace(/#\d+$/, ''));
  return (
    <Box background="neutral-soft" borderRadius="8" padding="space-16">
      <VStack gap="space-12">
        <Heading level={level} size="xsmall" ref={heading} tabIndex={-1}>{text(takesFocus ? 'willHappen' : 'follows')}</Heading>
        {isSame && <BodyShort>{text('nothingElse')}</BodyShort>}
        {step.before.id !== step.after.id && <BodyShort>{text('stepBecomes', { before: step.before.title, after: step.after.title })}</BodyShort>}
        {clocks.length > 0 && (
          <ul className="patient-plain">
            {clocks.map((change) => (
              // Only a legal right in force leads to Helfo (BREACH-3).
              <ClockChange key={change.key} change={change} causeShown={(code) => codeShown(command, code, language)} toHelfo={change.kind === 'legal' && pathway.clocks.some(({ key, ruleStatus }) => key === change.key && ruleStatus === 'in-force')} />
            ))}
          </ul>
        )}
        {opens.map(({ key, title, kind, to, opensOn, needsConfirmation }) => (
          <Alert key={key} size="small" variant={kind === 'notify-helfo' ? 'warning' : 'info'}>
            {text('opens', { title, owner: definition.role(to), day: dayShown(opensOn, language) })}
            {needsConfirmation && ` ${text('opensConfirmed')}`}
          </Alert>
        ))}
        {closes.length > 0 && <BodyShort>{text('closes', { titles: closes.map(({ title }) => title).join('; ') })}</BodyShort>}
        {warnings.map(({ code, sentence }) => <Alert key={code} size="small" variant="warning">{inLanguage(sentence, language)}</Alert>)}
        {findings.length > 0 && <Alert size="small" variant="warning">{text('willNotFit', { count: findings.length })}</Alert>}
        {noNextStep && <Alert size="small" variant="error">{text('willHaveNoNext')}</Alert>}
        {nextSteps.length > 0 && (
          <div>
            <BodyShort>{text('nextWillBe')}</BodyShort>
            <ul>
              {nextSteps.map(({ clockKey, owner, dueOn }) => <li key={clockKey}>{text('nextOne', { title: titleOf(clockKey), owner: definition.role(owner), day: dayShown(dueOn, language) })}</li>)}
            </ul>
          </div>
        )}
      </VStack>
    </Box>
  );
}

/** What a code of the command's fields is called. */
function codeShown({ fields }: Command, code: string, language: Language): string {
  const title = Object.values(fields).find(({ codes }) => codes?.[code] !== undefined)?.codes?.[code];
  return title === undefined ? code : inLanguage(title, language);
}

type Change = Preview['clocks'][number];

/** One deadline's old and new: a planned day beside a frist that stands, whose breach that would be, and what becomes of it. */
function ClockChange({ change: { title, before, after }, causeShown, toHelfo }: { readonly change: Change; readonly causeShown: (code: string) => string; readonly toHelfo: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const day = (given: string | null | undefined): string => (given == null ? text('none') : dayShown(given, language));
  const lines = [
    before === null && after !== null && text('clockBegins', { day: after.dueOn === null ? text('noLimit') : day(after.dueOn) }),
    after === null && text('clockGone'),
    before !== null && after !== null && before.dueOn !== after.dueOn && text('dueBecomes', { before: day(before.dueOn), after: day(after.dueOn) }),
    before !== null && after !== null && before.dueOn === after.dueOn && before.bookedOn !== after.bookedOn && after.dueOn !== null && text('dueStands', { day: day(after.dueOn) }),
    after !== null && before?.bookedOn !== after.bookedOn && (before?.bookedOn == null ? after.bookedOn !== null && text('planIs', { day: day(after.bookedOn) }) : text('planBecomes', { before: day(before.bookedOn), after: day(after.bookedOn) })),
    after?.delayCause != null && before?.delayCause !== after.delayCause && text('causeIs', { cause: causeShown(after.delayCause) }),
    after !== null && before !== null && before.status !== after.status && text('statusBecomes', { before: text(`status-${before.status}`), after: text(`status-${after.status}`) }),
  ].filter((line): line is string => typeof line === 'string');
  return (
    <li>
      <strong>{title}</strong>
      {lines.map((line) => <BodyShort key={line} size="small">{line}</BodyShort>)}
      {after?.breachBy != null && (
        <Alert size="small" variant={after.breachBy === 'hospital' ? 'warning' : 'info'} inline>
          {text(`breachBy-${after.breachBy}-${toHelfo ? 'legal' : 'other'}`)}
        </Alert>
      )}
    </li>
  );
}
