import { Alert, Button, DatePicker, Fieldset, HStack, TextField, useDatepicker, VStack } from '@navikt/ds-react';
import { useText } from './messages.js';
import { noSession, type WrittenSession } from './written.js';

interface Props {
  readonly sessions: readonly WrittenSession[];
  readonly change: (sessions: readonly WrittenSession[]) => void;
  /** A day or a time is not filled in. */
  readonly error: boolean;
}

/** The sessions of a course: a day and two times for each. */
export function Sessions({ sessions, change, error }: Props) {
  const text = useText();
  const set = (index: number, session: WrittenSession): void => change(sessions.map((one, place) => (place === index ? session : one)));
  return (
    <Fieldset legend={text('sessions')} description={text('sessionsText')} size="small" id="course-sessions" tabIndex={-1}>
      <VStack gap="space-16">
        {sessions.map((session, index) => (
          <HStack key={index} gap="space-16" align="end">
            <Day label={text('sessionDay', { number: index + 1 })} value={session.date} change={(date) => set(index, { ...session, date })} />
            <TextField htmlSize={6} size="small" label={text('sessionFrom')} value={session.from} onChange={({ target }) => set(index, { ...session, from: target.value })} />
            <TextField htmlSize={6} size="small" label={text('sessionTo')} value={session.to} onChange={({ target }) => set(index, { ...session, to: target.value })} />
            {sessions.length > 1 && index === sessions.length - 1 && (
              <Button type="button" size="small" variant="tertiary" onClick={() => change(sessions.slice(0, -1))}>
                {text('sessionRemove', { number: index + 1 })}
              </Button>
            )}
          </HStack>
        ))}
        {error && (
          <Alert variant="error" size="small" inline>
            {text('lacking-sessions')}
          </Alert>
        )}
        <div>
          <Button type="button" size="small" variant="secondary" onClick={() => change([...sessions, { ...(sessions.at(-1) ?? noSession), date: '' }])}>
            {text('sessionAdd')}
          </Button>
        </div>
      </VStack>
    </Fieldset>
  );
}

/** Noon, so that no zone makes it another day. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00`);

/** A day, typed or chosen; what was chosen is written as the API writes days. */
function Day({ label, value, change }: { readonly label: string; readonly value: string; readonly change: (day: string) => void }) {
  const { datepickerProps, inputProps } = useDatepicker({
    ...(value !== '' && { defaultSelected: atNoon(value) }),
    onDateChange: (date) => change(date === undefined ? '' : date.toLocaleDateString('sv-SE')),
  });
  return (
    <DatePicker {...datepickerProps}>
      <DatePicker.Input {...inputProps} size="small" label={label} />
    </DatePicker>
  );
}
