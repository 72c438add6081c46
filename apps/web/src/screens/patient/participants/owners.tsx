import { BodyShort, Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { Reserved } from '../../../shared/reserved.js';
import { Empty } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { Actions, type Action } from '../parts/actions.js';
import { useDefinition } from '../definition.js';
import { pathwayQuery } from '../queries.js';
import { ContactForm } from './contact-form.js';
import { useText } from './messages.js';
import { ownersIn } from './owners-in.js';
import { OwnerForm } from './owner-form.js';

/** Who has which role for the patient, and her GP by the register. */
export function Owners({ id }: { readonly id: string }) {
  const text = useText();
  const { language } = useLanguage();
  const titles = useDefinition(id);
  const who = useWho();
  const pathway = useQuery(pathwayQuery(id));
  const mayOwn = useMay('pathway.owners');
  const mayContact = useMay('pathway.contacts');
  if (pathway.data === undefined) return null;
  const refresh = (): void => void pathway.refetch();
  const owners = ownersIn(pathway.data.timeline);
  const doctors = pathway.data.fastlege?.doctors ?? [];
  const actions: readonly Action[] = [
    ...(mayOwn ? [{ name: 'gi-rolle', label: text('assign'), form: (close: () => void) => <OwnerForm id={id} close={close} refresh={refresh} /> }] : []),
    ...(mayContact ? [{ name: 'kontakt', label: text('saveContact'), form: (close: () => void) => <ContactForm id={id} close={close} refresh={refresh} /> }] : []),
  ];
  return (
    <VStack gap="space-12">
      <Heading level="3" size="xsmall">
        {text('owners')}
      </Heading>
      {owners.length === 0 && <Empty>{text('noOwners')}</Empty>}
      {owners.length + doctors.length > 0 && (
        <ul>
          {owners.map(({ role, person, on }) => (
            <li key={role}>{text('owner', { role: titles.role(role), who: who(`person:${person}`), day: dayShown(on, language) })}</li>
          ))}
          {doctors.map(({ hprNumber, name, role }) => (
            <li key={hprNumber}>{text(`doctor-${role}`, { name: name ?? text('noName'), hpr: hprNumber })}</li>
          ))}
        </ul>
      )}
      {pathway.data.fastlege?.status === 'ingen' && <BodyShort>{text('noDoctor')}</BodyShort>}
      <Actions list={actions} />
      <Reserved action="pathway.owners" what={text('assign')} />
      <Reserved action="pathway.contacts" what={text('saveContact')} />
    </VStack>
  );
}
