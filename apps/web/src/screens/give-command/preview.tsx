import { Alert, BodyShort, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Problem } from '../../client/problem.js';
import { dayShown } from '../../shared/day.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { previewQuery, type CommandInput, type Preview as Shown } from './queries.js';

interface Props {
  readonly pathwayId: string;
  readonly command: string;
  readonly input: CommandInput;
}

/** What follows from a command, before it is given. A refusal is told here already; that the server is away is told when saving. */
export function Preview({ pathwayId, command, input }: Props) {
  const text = useText();
  const preview = useQuery(previewQuery(pathwayId, command, input));
  return (
    <section aria-label={text('preview')} aria-live="polite">
      <Heading level="3" size="xsmall" spacing>
        {text('preview')}
      </Heading>
      {preview.isPending && <Loading rows={2} />}
      {preview.isError && <Alert variant="warning" size="small">{sentenceOf(preview.error) ?? text('previewAway')}</Alert>}
      {preview.isSuccess && <Follows preview={preview.data} />}
    </section>
  );
}

const sentenceOf = (error: unknown): string | null => (error instanceof Problem && [400, 403, 409].includes(error.status) ? (error.body.errors?.[0]?.sentence ?? error.message) : null);

function Follows({ preview }: { readonly preview: Shown }) {
  const text = useText();
  const { language } = useLanguage();
  const day = (one: string | null | undefined): string => (one == null ? text('noDate') : dayShown(one, language));
  const { step, clocks, opens, closes, warnings, noNextStep } = preview;
  const lines = [
    ...(step.before.id === step.after.id ? [] : [text('stepChanges', { before: step.before.title, after: step.after.title })]),
    ...clocks.map(({ title, before, after }) => {
      if (before === null) return text('clockBegins', { title, due: day(after?.dueOn) });
      if (after === null) return text('clockGone', { title });
      if (before.dueOn !== after.dueOn) return text('clockMoves', { title, before: day(before.dueOn), after: day(after.dueOn) });
      if (after.metOn !== null && before.metOn === null) return text('clockMet', { title, on: day(after.metOn) });
      return text(after.breachBy === null ? 'clockChanges' : after.breachBy === 'patient' ? 'breachByPatient' : 'breachByHospital', { title, due: day(after.dueOn) });
    }),
    ...opens.map(({ title, opensOn }) => text('opens', { title, on: day(opensOn) })),
    ...closes.map(({ title }) => text('closes', { title })),
  ];
  return (
    <>
      {lines.length === 0 ? <BodyShort size="small">{text('nothingChanges')}</BodyShort> : <ul className="app-lines">{[...new Set(lines)].map((line) => <li key={line}>{line}</li>)}</ul>}
      {warnings.map(({ code, sentence }) => <Alert key={code} variant="warning" size="small">{sentence[language] ?? sentence.nb}</Alert>)}
      {noNextStep && <Alert variant="warning" size="small">{text('noNextStep')}</Alert>}
    </>
  );
}
