import { BodyLong, BodyShort, Button, Heading, HStack, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../../shared/commands.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { CommandForm } from '../patient/orders/command-form.js';
import { commandsQuery, pathwayQuery } from '../patient/queries.js';
import { acts, type Act } from './acts.js';
import { Clock } from './inbox-list.js';
import { useText } from './messages.js';
import { Missing } from './missing.js';
import { inboxKey, type Waiting } from './queries.js';

interface Props {
  readonly id: string;
  /** As it stands in the list; none when it was just assessed, or is not on the page that was read. */
  readonly row: Waiting | undefined;
  readonly act: Act | undefined;
  /** Opens a form, or closes the one that is open. */
  readonly open: (act?: Act) => void;
  /** Goes to the next referral. */
  readonly next: () => void;
}

/** Events that hold what the sender wrote. */
const written = ['henvisningMottatt', 'henvisningSupplert', 'henvisningIKarantene'];

/** The referral, and what can be done with it: a key for each, a form that opens filled in, and then the next one. */
export function ReferralPanel({ id, row, act, open, next }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const pathway = useQuery(pathwayQuery(id));
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // On the way from referral to referral the focus goes along; not when the page opens.
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [id]);
  if (pathway.isPending) return <section aria-label={text('panel')}><Loading /></section>;
  if (pathway.isError) return <section aria-label={text('panel')}><ProblemView error={pathway.error} retry={() => void pathway.refetch()} /></section>;
  const { patient, step, timeline } = pathway.data;
  const name = patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`;
  return (
    <section className="app-panel" aria-label={text('panel')}>
      <VStack gap="space-16">
        <Heading level="2" size="medium" ref={heading} tabIndex={-1}>{name}</Heading>
        <HStack gap="space-8" align="center" wrap>
          {row !== undefined && <Clock row={row} />}
          {row?.referral.frist?.dueOn != null && <span>{text('due', { on: dayShown(row.referral.frist.dueOn, language) })}</span>}
        </HStack>
        <dl className="app-facts">
          {patient.birthDate !== null && <><dt>{text('born')}</dt><dd>{dayShown(patient.birthDate, language)}</dd></>}
          <dt>{text('step')}</dt><dd>{step.title}</dd>
          {row?.referral.priority != null && <><dt>{text('priority')}</dt><dd>{text(`priority-${row.referral.priority as 'routine'}`)}</dd></>}
          <dt>{text('pathway')}</dt><dd><AppLink to="/pasient/$id" params={{ id }}>{text('openPatient')}</AppLink></dd>
        </dl>
        {row !== undefined && <Missing row={row} />}
        {timeline.filter(({ type, text: words, supersededBy }) => written.includes(type) && words !== null && supersededBy === null).map((event) => (
          <div key={event.id}>
            <Heading level="3" size="xsmall">{text('writtenOn', { what: event.title, on: dayShown(event.occurredOn, language) })}</Heading>
            <BodyLong className="app-written">{event.text}</BodyLong>
          </div>
        ))}
        {row?.referral.hasOriginal === false && <BodyShort>{text('noOriginal')}</BodyShort>}
        {act === undefined ? <Choices id={id} open={open} next={next} /> : <OpenAct id={id} act={act} name={name} open={open} next={next} />}
      </VStack>
    </section>
  );
}

/** The form of one act. A right needs its last day: the form for it opens by itself, before the next referral. */
function OpenAct({ id, act, name, open, next }: { readonly id: string; readonly act: Act; readonly name: string; readonly open: (act?: Act) => void; readonly next: () => void }) {
  const text = useText();
  const { command } = acts.find((one) => one.act === act)!;
  const done = (title: string): void => {
    toasts.add(text('done', { title, name }));
    if (act === 'rett') open('frist');
    else next();
  };
  return <CommandForm key={act} quick pathwayId={id} command={command} changes={[inboxKey]} done={done} cancel={() => open()} />;
}

/** One button and one key for each act; what is not possible says why. */
function Choices({ id, open, next }: { readonly id: string; readonly open: (act?: Act) => void; readonly next: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const commands = useQuery(commandsQuery(id));
  const known = useMemo(() => acts.flatMap((one) => {
    const spec = commands.data?.commands.find(({ command }) => command === one.command);
    return spec === undefined ? [] : [{ ...one, spec }];
  }), [commands.data]);
  const latest = useRef({ open, next });
  useEffect(() => {
    latest.current = { open, next };
  });
  useCommands(useMemo(() => [
    ...known.filter(({ spec }) => spec.allowed).map(({ act, key, spec }) => ({ id: `referrals.${act}`, title: inLanguage(spec.title, language), key, run: () => latest.current.open(act) })),
    { id: 'referrals.next', title: text('next'), key: 'n', run: () => latest.current.next() },
  ], [known, language, text]));
  if (commands.isPending) return <Loading rows={2} />;
  if (commands.isError) return <ProblemView error={commands.error} retry={() => void commands.refetch()} />;
  const refused = known.filter(({ spec, act }) => !spec.allowed && act !== 'frist');
  return (
    <VStack gap="space-8">
      <HStack gap="space-8" wrap>
        {known.filter(({ spec }) => spec.allowed).map(({ act, key, spec }) => (
          <Button key={act} size="small" variant={act === 'rett' || act === 'frist' ? 'primary' : 'secondary'} aria-keyshortcuts={key} onClick={() => open(act)}>
            {text('byKey', { title: inLanguage(spec.title, language), key: key.toUpperCase() })}
          </Button>
        ))}
        <Button size="small" variant="tertiary" aria-keyshortcuts="n" onClick={next}>{text('byKey', { title: text('next'), key: 'N' })}</Button>
      </HStack>
      {refused.length > 0 && (
        <ul className="app-lines">
          {refused.map(({ act, spec }) => <li key={act}>{text('refused', { title: inLanguage(spec.title, language), why: spec.refusal === null ? '' : inLanguage(spec.refusal.sentence, language) })}</li>)}
        </ul>
      )}
    </VStack>
  );
}
