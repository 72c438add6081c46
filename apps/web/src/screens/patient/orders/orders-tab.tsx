import { Accordion, BodyShort, Heading, Search, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { AppLink } from '../../../shared/link.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Reserved } from '../../../shared/reserved.js';
import { Empty, Loading } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { useDefinition } from '../definition.js';
import { useText } from '../messages.js';
import { commandsQuery, type Command, type Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { CommandForm } from './command-form.js';
import { groupsOf, holds, type Group, type Place } from './groups.js';

/** What can be done now, what cannot and why, and the form of what is chosen. */
export function OrdersTab({ pathway }: { readonly pathway: Pathway }): ReactNode {
  const text = useText();
  const { language } = useLanguage();
  const mayCommand = useMay('pathway.command');
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const { handling, finn = '' } = patientRoute.useSearch();
  const commands = useQuery(commandsQuery(pathway.pathwayId));
  const definition = useDefinition(pathway.pathwayId);
  if (!mayCommand) return <><Empty>{text('mayNotCommand')}</Empty><Reserved action="pathway.command" what={text('canDo')} /></>;
  if (commands.isPending) return <Loading />;
  if (commands.data === undefined) return <ProblemView error={commands.error} retry={() => void commands.refetch()} />;
  if (handling !== undefined && commands.data.commands.some(({ command }) => command === handling)) return <Chosen pathwayId={pathway.pathwayId} command={handling} />;
  const found = commands.data.commands.filter(({ title }) => holds(inLanguage(title, language), finn));
  const steps = definition.parts?.steps.map(({ id }) => id) ?? [];
  const fromOf = (command: string) => definition.parts?.commands.find(({ id }) => id === command)?.from ?? '*';
  const grouped = (allowed: boolean): readonly Group[] => groupsOf(found.filter((command) => command.allowed === allowed), fromOf, pathway.step.id, steps);
  const placed = (place: Place): string => (place.kind === 'step' ? text('inStep', { step: definition.step(place.step) }) : text(place.kind === 'here' ? 'inThisStep' : 'inAnyStep', { step: pathway.step.title }));
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">{text('canDo')}</Heading>
      <div className="patient-find">
        <Search size="small" variant="simple" hideLabel={false} label={text('findCommand')} value={finn} onChange={(typed) => void navigate({ search: ({ finn: _, ...rest }) => (typed === '' ? rest : { ...rest, finn: typed }), replace: true, resetScroll: false })} />
      </div>
      {found.length === 0 && <Empty>{text('noCommand')}</Empty>}
      {grouped(true).map((group) => (
        <section key={placed(group.place)}>
          <Heading level="3" size="xsmall" spacing>{placed(group.place)}</Heading>
          <ul className="patient-commands">
            {group.commands.map((command) => <li key={command.command}><CommandLink pathway={pathway} command={command} /></li>)}
          </ul>
        </section>
      ))}
      {found.some(({ allowed }) => !allowed) && (
        <Accordion size="small" indent={false}>
          <Accordion.Item>
            <Accordion.Header>{text('cannotDo', { count: found.filter(({ allowed }) => !allowed).length })}</Accordion.Header>
            <Accordion.Content>
              {grouped(false).map((group) => (
                <section key={placed(group.place)}>
                  <Heading level="3" size="xsmall" spacing>{placed(group.place)}</Heading>
                  <ul>
                    {group.commands.map(({ command, title, refusal }) => (
                      <li key={command}>
                        {inLanguage(title, language)}
                        {refusal !== null && <BodyShort size="small" textColor="subtle" spacing>{inLanguage(refusal.sentence, language)}</BodyShort>}
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </Accordion.Content>
          </Accordion.Item>
        </Accordion>
      )}
    </VStack>
  );
}

/** The form of the command that the address names. What was saved can be taken back. */
function Chosen({ pathwayId, command }: { readonly pathwayId: string; readonly command: string }) {
  const text = useText();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const done = (title: string, eventId: string | undefined): void => {
    const undo = eventId === undefined ? undefined : (): void => void navigate({ search: { fane: 'hendelser', hendelse: eventId, endring: 'trekk' } });
    toasts.add(text('done', { title }), undo);
    void navigate({ search: {} });
  };
  return <CommandForm pathwayId={pathwayId} command={command} changes={[]} done={done} cancel={() => void navigate({ search: { fane: 'gjor' } })} />;
}

function CommandLink({ pathway, command }: { readonly pathway: Pathway; readonly command: Command }) {
  const { language } = useLanguage();
  return (
    <AppLink to={patientRoute.fullPath} params={{ id: pathway.pathwayId }} search={{ fane: 'gjor', handling: command.command }}>
      {inLanguage(command.title, language)}
    </AppLink>
  );
}
