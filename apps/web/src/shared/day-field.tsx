import { TextField, type TextFieldProps } from '@navikt/ds-react';

/** Aksel's types leave it out; its field passes it on. */
const asDay: object = { type: 'date' };

/**
 * A calendar day, `YYYY-MM-DD`. The browser's own field gives the day as it is written, where a picker that holds a `Date` would give an instant in
 * the machine's time zone.
 */
export function DayField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField size="small" {...props} {...asDay} />;
}
