import { DatePicker, useDatepicker } from '@navikt/ds-react';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** The day that the calendar shows as chosen: the machine's own midnight, since that is how the calendar takes it. */
const shown = (day: string): Date => new Date(`${day}T00:00:00`);
const two = (number: number): string => String(number).padStart(2, '0');
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** A field for a day, typed (`dd.mm.åååå`) or chosen in a calendar. What is typed wrong is empty to the form. */
export function DayField({ label, description, value, onChange, error, required = false }: Props) {
  const { datepickerProps, inputProps } = useDatepicker({ ...(value !== '' && { defaultSelected: shown(value) }), onDateChange: (date) => onChange(date === undefined ? '' : dayOf(date)), allowTwoDigitYear: false });
  return (
    <DatePicker {...datepickerProps}>
      <DatePicker.Input {...inputProps} size="small" label={label} description={description} error={error} required={required} />
    </DatePicker>
  );
}
