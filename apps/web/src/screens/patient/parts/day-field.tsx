import { DatePicker, useDatepicker } from '@navikt/ds-react';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** Noon, so that no zone makes it another day. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00`);
/** The day as the API writes it, of what was chosen in the picker. */
const asDay = (date: Date | undefined): string => (date === undefined ? '' : date.toLocaleDateString('sv-SE'));

/** A calendar day, typed or chosen. */
export function DayField({ label, description, required = false, value, onChange }: Props) {
  const { datepickerProps, inputProps } = useDatepicker({ ...(value !== '' && { defaultSelected: atNoon(value) }), onDateChange: (date) => onChange(asDay(date)) });
  return (
    <DatePicker {...datepickerProps}>
      <DatePicker.Input {...inputProps} size="small" label={label} description={description} required={required} />
    </DatePicker>
  );
}
