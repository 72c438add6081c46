import { BodyShort, Button, Checkbox, HStack, Select, Switch, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { Blocks } from '../../shared/blocks.js';
import { DayField } from '../../shared/day-field.js';
import { dayShown } from '../../shared/day.js';
import { instantShown } from '../../shared/instant.js';
import { ProblemView } from '../../shared/problem-view.js';
import { ReasonForm } from '../../shared/reason-form.js';
import { useRoleName } from '../../shared/role-name.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { grantRole, grantsKey, grantsQuery, organisationsQuery, withdrawRole, type RoleGrant, type RoleGrantInput } from './queries.js';
import { useOpen } from './use-open.js';

const roles = ['coordinator', 'clinician', 'lms', 'local-contact', 'auditor', 'governance', 'user-representative', 'administrator'] as const;

/** Who has which role where. */
export function RolesTab() {
  const text = useText();
  const { apen, avsluttede, open, showEnded } = useOpen('roller');
  const grants = useQuery(grantsQuery(avsluttede));
  const close = (): void => open();
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      {apen === 'ny' ? <GrantForm close={close} /> : <div><Button size="small" onClick={() => open('ny')}>{text('grant')}</Button></div>}
      <Switch size="small" checked={avsluttede} onChange={() => showEnded(!avsluttede)}>{text('showEnded')}</Switch>
      {grants.isPending && <Loading />}
      {grants.isError && <ProblemView error={grants.error} retry={() => void grants.refetch()} />}
      {grants.data?.grants.length === 0 && <Empty>{text('noGrants')}</Empty>}
      {grants.data !== undefined && grants.data.grants.length > 0 && (
        <Blocks label={text('roller')}>
          {grants.data.grants.map((grant) => <li key={grant.id}><Grant grant={grant} isOpen={apen === grant.id} open={() => open(grant.id)} close={close} refresh={() => void grants.refetch()} /></li>)}
        </Blocks>
      )}
    </VStack>
  );
}

function Grant({ grant, isOpen, open, close, refresh }: { readonly grant: RoleGrant; readonly isOpen: boolean; readonly open: () => void; readonly close: () => void; readonly refresh: () => void }) {
  const text = useText();
  const roleName = useRoleName();
  const { language } = useLanguage();
  const write = useWrite(withdrawRole(grant.id), [grantsKey]);
  const name = grant.name ?? text('noName');
  return (
    <VStack gap="space-4">
      <BodyShort weight="semibold">{text('grantLine', { name, role: roleName(grant.role), where: grant.organisation?.name ?? text('wholeHouse') })}</BodyShort>
      <BodyShort size="small">{text(grant.through === null ? 'fromOn' : 'fromThrough', { from: dayShown(grant.from, language), through: grant.through === null ? '' : dayShown(grant.through, language) })}</BodyShort>
      <BodyShort size="small">{text('because', { why: grant.why })}</BodyShort>
      {grant.identities && <BodyShort size="small">{text('identities')}</BodyShort>}
      {grant.protectedAddresses && <BodyShort size="small">{text('protectedAddresses')}</BodyShort>}
      {grant.withdrawnAt !== null && <BodyShort size="small">{text('withdrawn', { at: instantShown(grant.withdrawnAt, language), why: grant.withdrawnWhy ?? '' })}</BodyShort>}
      {grant.withdrawnAt === null && !isOpen && <div><Button size="xsmall" variant="secondary" aria-label={text('withdrawOf', { name })} onClick={open}>{text('withdraw')}</Button></div>}
      {isOpen && <ReasonForm takesFocus label={text('why')} save={text('withdraw')} write={write} refresh={refresh} cancel={close} submit={(why) => write.mutate({ why }, { done: () => toasts.add(text('withdrew', { name })), onSuccess: close })} />}
    </VStack>
  );
}

function GrantForm({ close }: { readonly close: () => void }) {
  const text = useText();
  const roleName = useRoleName();
  const organisations = useQuery(organisationsQuery);
  const write = useWrite(grantRole, [grantsKey]);
  const [typed, setTyped] = useState({ personNumber: '', name: '', role: '', organisationId: '', from: '', through: '', why: '' });
  const [allows, setAllows] = useState({ identities: false, protectedAddresses: false });
  const set = (name: keyof typeof typed) => ({ size: 'small' as const, autoComplete: 'off', value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const save = (): void => {
    const { personNumber, role, why, ...optional } = typed;
    const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
    write.mutate({ personNumber: personNumber.replace(/\s/g, ''), role: role as RoleGrantInput['role'], why, ...given, ...(allows.identities && { identities: true }), ...(allows.protectedAddresses && { protectedAddresses: true }) }, { done: () => toasts.add(text('granted')), onSuccess: close });
  };
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <VStack gap="space-12">
        <TextField label={text('personNumber')} description={text('personNumberHelp')} inputMode="numeric" required {...set('personNumber')} />
        <TextField label={text('name')} {...set('name')} />
        <Select label={text('role')} required {...set('role')}>
          <option value="">{text('choose')}</option>
          {roles.map((role) => <option key={role} value={role}>{roleName(role)}</option>)}
        </Select>
        <Select label={text('where')} description={text('whereHelp')} {...set('organisationId')}>
          <option value="">{text('wholeHouse')}</option>
          {organisations.data?.organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
        {organisations.isError && <ProblemView error={organisations.error} retry={() => void organisations.refetch()} />}
        <DayField label={text('from')} description={text('fromHelp')} {...set('from')} />
        <DayField label={text('through')} description={text('throughHelp')} {...set('through')} />
        <div>
          <Checkbox size="small" checked={allows.identities} onChange={() => setAllows({ ...allows, identities: !allows.identities })}>{text('identities')}</Checkbox>
          <Checkbox size="small" checked={allows.protectedAddresses} onChange={() => setAllows({ ...allows, protectedAddresses: !allows.protectedAddresses })}>{text('protectedAddresses')}</Checkbox>
        </div>
        <TextField label={text('why')} required {...set('why')} />
        <WriteProblem error={write.error} refresh={() => void organisations.refetch()} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{text('grant')}</Button>
          <Button size="small" type="button" variant="secondary" onClick={close}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
