import { HStack, Radio, RadioGroup, TextField } from '@navikt/ds-react';
import { DayField } from '../parts/day-field.js';
import { useText } from './messages.js';
import type { TypedTime } from './time.js';

const forms = ['fysisk', 'video', 'telefon'] as const;

interface Props {
  readonly value: TypedTime;
  readonly onChange: (value: TypedTime) => void;
}

/** When, how and where a meeting is. */
export function TimeFields({ value, onChange }: Props) {
  const text = useText();
  return (
    <>
      <HStack gap="space-16" wrap>
        <DayField required label={text('day')} value={value.day} onChange={(day) => onChange({ ...value, day })} />
        <TextField size="small" type="time" required label={text('from')} value={value.from} onChange={({ target }) => onChange({ ...value, from: target.value })} />
        <TextField size="small" type="time" required label={text('to')} value={value.to} onChange={({ target }) => onChange({ ...value, to: target.value })} />
      </HStack>
      <RadioGroup size="small" legend={text('form')} value={value.form} onChange={(form: TypedTime['form']) => onChange({ ...value, form })}>
        {forms.map((form) => (
          <Radio key={form} value={form}>
            {text(`form-${form}`)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField size="small" label={text('place')} description={text('placeHelp')} value={value.place} onChange={({ target }) => onChange({ ...value, place: target.value })} />
      {value.form === 'video' && <TextField size="small" type="url" label={text('videoUrl')} value={value.videoUrl} onChange={({ target }) => onChange({ ...value, videoUrl: target.value })} />}
    </>
  );
}
