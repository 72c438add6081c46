import { Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { useText } from './messages.js';
import { WriteForm } from './write-form.js';

interface Props {
  readonly label: string;
  readonly save: string;
  readonly required?: boolean;
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: (reason: string) => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** A form that asks for nothing but why. */
export function ReasonForm({ label, required = true, submit, ...rest }: Props) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <WriteForm {...rest} submit={() => submit(reason)}>
      <Textarea size="small" label={label} description={text('reasonSealed')} required={required} value={reason} onChange={({ target }) => setReason(target.value)} />
    </WriteForm>
  );
}
