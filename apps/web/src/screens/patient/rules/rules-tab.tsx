import { BodyShort, Button, Heading, VStack } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { useText } from '../messages.js';
import type { Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { ModeForm } from './mode-form.js';
import { MoveForm } from './move-form.js';
import { TransferForm } from './transfer-form.js';

export interface RulesFormProps {
  readonly pathway: Pathway;
  readonly close: () => void;
}

/** Which rules the pathway follows, whether it runs, and whose it is; and how each is changed. */
export function RulesTab({ pathway }: { readonly pathway: Pathway }): ReactNode {
  const text = useText();
  const { regime, mode, organisation, definitionTitle } = pathway;
  return (
    <VStack gap="space-24">
      <Section pathway={pathway} name="move" action="pathway.move" Form={MoveForm}>
        {text('rulesAre', { title: definitionTitle, version: regime.definition.version, calendar: `${regime.calendar.id} ${regime.calendar.version}` })}
      </Section>
      <Section pathway={pathway} name="mode" action="pathway.mode" Form={ModeForm}>{text(`modeIs-${mode}`)}</Section>
      <Section pathway={pathway} name="transfer" action="pathway.transfer" Form={TransferForm}>{text('unitIs', { unit: organisation.name })}</Section>
    </VStack>
  );
}

interface SectionProps {
  readonly pathway: Pathway;
  readonly name: 'move' | 'mode' | 'transfer';
  readonly action: string;
  readonly Form: (props: RulesFormProps) => ReactNode;
  readonly children: string;
}

/** What is so now, and the form that changes it; which form is open stands in the address. */
function Section({ pathway, name, action, Form, children }: SectionProps) {
  const text = useText();
  const may = useMay(action);
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const { apen } = patientRoute.useSearch();
  const open = (form: string | undefined): void => void navigate({ search: { fane: 'regler', ...(form !== undefined && { apen: form }) }, resetScroll: false });
  return (
    <section>
      <Heading level="2" size="small" spacing>{text(`${name}Heading`)}</Heading>
      <BodyShort spacing>{children}</BodyShort>
      {may && apen === name && <Form pathway={pathway} close={() => open(undefined)} />}
      {may && apen !== name && <Button size="small" variant="secondary" onClick={() => open(name)}>{text(`${name}Open`)}</Button>}
    </section>
  );
}
