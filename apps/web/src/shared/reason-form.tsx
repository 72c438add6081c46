import { BodyShort, Textarea } from '@navikt/ds-react';
import { useEffect, useRef, useState } from 'react';
import { saveByCtrlEnter } from './keyboard.js';
import { useText } from './messages.js';
import { WriteForm, type WriteFormProps } from './write-form.js';

interface Props extends Omit<WriteFormProps, 'submit' | 'children' | 'noValidate'> {
  /** What becomes of it. */
  readonly follows?: string;
  readonly label: string;
  /** The reason is kept under the patient's own key. */
  readonly sealed?: boolean;
  readonly required?: boolean;
  /** Whoever opens it writes at once. */
  readonly takesFocus?: boolean;
  readonly submit: (reason: string) => void;
}

/** A form that asks for nothing but why. */
export function ReasonForm({ follows, label, sealed = false, required = true, takesFocus = false, submit, ...rest }: Props) {
  const text = useText();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <WriteForm {...rest} submit={() => submit(reason)}>
      {follows !== undefined && <BodyShort>{follows}</BodyShort>}
      <Textarea
        ref={field} size="small" minRows={2} label={label} description={sealed ? text('reasonSealed') : undefined} required={required} value={reason}
        onChange={({ target }) => setReason(target.value)} onKeyDown={saveByCtrlEnter}
      />
    </WriteForm>
  );
}
