import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import { useSaveContact } from './queries.js';
import { RoleSelect } from './role-select.js';

interface Props {
  readonly id: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Who a role is for this patient, and where reminders to it go. */
export function ContactForm({ id, close, refresh }: Props) {
  const text = useText();
  const [role, setRole] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const write = useSaveContact(id);
  const submit = (): void => write.mutate({ role, name, email: email || null }, { done: () => toasts.add(text('contactSaved')), onSuccess: close });
  return (
    <WriteForm save={text('saveContact')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <RoleSelect id={id} value={role} onChange={setRole} />
      <TextField size="small" required label={text('name')} value={name} onChange={({ target }) => setName(target.value)} />
      <TextField size="small" type="email" label={text('email')} description={text('emailHelp')} value={email} onChange={({ target }) => setEmail(target.value)} />
    </WriteForm>
  );
}
