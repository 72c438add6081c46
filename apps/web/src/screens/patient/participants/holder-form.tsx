import { BodyShort, Radio, RadioGroup, Select, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { useText } from './messages.js';
import { organisationsQuery, useBlock, useGrant } from './queries.js';
import { RoleSelect } from './role-select.js';

interface Props {
  readonly id: string;
  /** Somebody is to take part, or is blocked by the patient. */
  readonly kind: 'grant' | 'block';
  readonly close: () => void;
  readonly refresh: () => void;
}

const holders = ['organisationId', 'hprNumber', 'personNumber'] as const;
type Holder = (typeof holders)[number];

/** Names an organisation or a person, who is then let in or kept out. */
export function HolderForm({ id, kind, close, refresh }: Props) {
  const text = useText();
  const organisations = useQuery(organisationsQuery);
  const [holder, setHolder] = useState<Holder>('organisationId');
  const [value, setValue] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [through, setThrough] = useState('');
  const [reason, setReason] = useState('');
  const grant = useGrant(id);
  const block = useBlock(id);
  const choose = (chosen: Holder): void => {
    setHolder(chosen);
    setValue('');
  };
  const submit = (): void => {
    const who = { [holder]: value, ...(holder !== 'organisationId' && name.trim() !== '' && { name }), ...(reason.trim() !== '' && { reason }) };
    const onSuccess = (): void => {
      toasts.add(text(kind === 'grant' ? 'granted' : 'blocked'));
      close();
    };
    if (kind === 'grant') grant.mutate({ ...who, role, ...(through !== '' && { through }) }, { onSuccess });
    else block.mutate(who, { onSuccess });
  };
  return (
    <WriteForm save={text(kind)} write={kind === 'grant' ? grant : block} submit={submit} cancel={close} refresh={refresh}>
      <BodyShort>{text(`help-${kind}`)}</BodyShort>
      <RadioGroup size="small" legend={text('who')} value={holder} onChange={choose}>
        {holders.map((one) => (
          <Radio key={one} value={one}>
            {text(`holder-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      {holder === 'organisationId' ? (
        <Select size="small" required label={text('organisation')} value={value} onChange={({ target }) => setValue(target.value)}>
          <option value="">{text('choose')}</option>
          {organisations.data?.organisations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : (
        <>
          <TextField size="small" required inputMode="numeric" autoComplete="off" label={text(`holder-${holder}`)} value={value} onChange={({ target }) => setValue(target.value.replaceAll(/\s/g, ''))} />
          <TextField size="small" required label={text('name')} description={text('nameHelp')} value={name} onChange={({ target }) => setName(target.value)} />
        </>
      )}
      {kind === 'grant' && <RoleSelect id={id} value={role} onChange={setRole} />}
      {kind === 'grant' && <DayField label={text('through')} description={text('throughHelp')} value={through} onChange={setThrough} />}
      <Textarea size="small" label={text('reason')} value={reason} onChange={({ target }) => setReason(target.value)} />
    </WriteForm>
  );
}
