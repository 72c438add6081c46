import { ErrorMessage, Label } from '@navikt/ds-react';
import { useId } from 'react';

interface Props {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | false;
}

/** A day, by the browser's own field: it gives the day as text and never a moment. Aksel's picker computes with moments. */
export function DayField({ label, value, onChange, error = false }: Props) {
  const id = useId();
  return (
    <div className={error === false ? 'aksel-form-field aksel-form-field--small' : 'aksel-form-field aksel-form-field--small aksel-text-field--error'}>
      <Label size="small" htmlFor={id}>{label}</Label>
      <input
        id={id} type="date" className="aksel-text-field__input aksel-body-short aksel-body-short--small" value={value} aria-invalid={error !== false} aria-describedby={error === false ? undefined : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      {error !== false && <ErrorMessage id={`${id}-error`} role="alert" size="small" showIcon>{error}</ErrorMessage>}
    </div>
  );
}
