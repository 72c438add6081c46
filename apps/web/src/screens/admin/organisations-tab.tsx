import { BodyShort, Button, HStack, Select, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Reserved } from '../../shared/reserved.js';
import { Empty, Loading } from '../../shared/states.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { addOrganisation, organisationsKey, organisationsQuery, type OrganisationInput } from './queries.js';
import { useOpen } from './use-open.js';

const kinds = ['region', 'hospital', 'unit', 'practice', 'municipality', 'helfo', 'other'] as const;

/** The organisations that send, receive and follow up. */
export function OrganisationsTab() {
  const text = useText();
  const may = useMay('organisations.write');
  const { apen, open } = useOpen('virksomheter');
  const list = useQuery(organisationsQuery);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const { organisations } = list.data;
  const nameOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? id;
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      <Reserved action="organisations.write" what={text('addOrganisation')} />
      {may && (apen === 'ny' ? <Form close={() => open()} organisations={organisations} /> : <div><Button size="small" onClick={() => open('ny')}>{text('addOrganisation')}</Button></div>)}
      {organisations.length === 0 ? <Empty>{text('noOrganisations')}</Empty> : (
        <ul className="app-cards" aria-label={text('virksomheter')}>
          {organisations.map(({ id, name, kind, parentId, orgNumber, herId, reshId, email }) => (
            <li key={id}>
              <BodyShort weight="semibold">{name}</BodyShort>
              <span>{text(`kind-${kind}`)}</span>
              {parentId !== undefined && <span>{text('partOf', { name: nameOf(parentId) })}</span>}
              {orgNumber !== undefined && <span>{text('orgNumberIs', { number: orgNumber })}</span>}
              {reshId !== undefined && <span>{text('reshIdIs', { number: reshId })}</span>}
              {herId !== undefined && <span>{text('herIdIs', { number: herId })}</span>}
              {email !== undefined && <span>{email}</span>}
            </li>
          ))}
        </ul>
      )}
    </VStack>
  );
}

function Form({ close, organisations }: { readonly close: () => void; readonly organisations: readonly { readonly id: string; readonly name: string }[] }) {
  const text = useText();
  const write = useWrite(addOrganisation, [organisationsKey]);
  const [typed, setTyped] = useState({ name: '', kind: '', parentId: '', orgNumber: '', reshId: '', herId: '', email: '' });
  const set = (name: keyof typeof typed) => ({ size: 'small' as const, autoComplete: 'off', value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const save = (): void => {
    const { name, kind, ...optional } = typed;
    write.mutate({ name, kind: kind as OrganisationInput['kind'], ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value.trim() !== '')) }, { done: () => toasts.add(text('organisationAdded', { name })), onSuccess: close });
  };
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <VStack gap="space-12">
        <TextField label={text('organisationName')} required autoFocus {...set('name')} />
        <Select label={text('kind')} required {...set('kind')}>
          <option value="">{text('choose')}</option>
          {kinds.map((kind) => <option key={kind} value={kind}>{text(`kind-${kind}`)}</option>)}
        </Select>
        <Select label={text('parent')} {...set('parentId')}>
          <option value="">{text('noParent')}</option>
          {organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
        <TextField label={text('orgNumber')} inputMode="numeric" {...set('orgNumber')} />
        <TextField label={text('reshId')} inputMode="numeric" {...set('reshId')} />
        <TextField label={text('herId')} inputMode="numeric" {...set('herId')} />
        <TextField label={text('email')} type="email" {...set('email')} />
        <WriteProblem error={write.error} refresh={() => undefined} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{text('addOrganisation')}</Button>
          <Button size="small" type="button" variant="secondary" onClick={close}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
