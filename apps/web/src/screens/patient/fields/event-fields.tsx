import { Checkbox, CheckboxGroup, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import { DayField } from '../../../shared/day-field.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { useText } from '../messages.js';
import type { Entry, Field } from '../queries.js';
import { IdField } from './id-field.js';
import type { FieldValue, FieldValues } from './values.js';

interface Props {
  readonly fields: Readonly<Record<string, Field>>;
  readonly values: FieldValues;
  readonly onChange: (name: string, value: FieldValue) => void;
  /** The sentence of what is wrong with a field, where the API said so. */
  readonly errorOf: (name: string) => string | undefined;
  /** What ids can be chosen from; without it they are not asked for. */
  readonly timeline?: readonly Entry[];
  /** Fields that have their value from elsewhere. */
  readonly given?: readonly string[];
}

/** A form's fields as the definition describes them. */
export function EventFields({ fields, values, onChange, errorOf, timeline, given = [] }: Props) {
  const asked = Object.entries(fields).filter(([name, { type }]) => !given.includes(name) && (type !== 'id' || timeline !== undefined));
  return asked.map(([name, field]) => <OneField key={name} name={name} field={field} value={values[name]} onChange={(value) => onChange(name, value)} error={errorOf(name)} timeline={timeline ?? []} />);
}

interface OneProps {
  readonly name: string;
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly error: string | undefined;
  readonly timeline: readonly Entry[];
}

/** Few codes are seen at once; many are chosen from a list. */
const fewCodes = 6;

function OneField({ name, field, value, onChange, error, timeline }: OneProps) {
  const text = useText();
  const { language } = useLanguage();
  const { type, required = false, codes = {}, min, max } = field;
  const title = inLanguage(field.title, language);
  const label = required ? title : text('optional', { title });
  const typed = typeof value === 'string' ? value : '';
  const options = Object.entries(codes).map(([code, said]) => [code, inLanguage(said, language)] as const);
  switch (type) {
    case 'date':
      return <DayField label={label} value={typed} onChange={({ target }) => onChange(target.value)} error={error} required={required} />;
    case 'id':
      return <IdField name={name} label={label} value={typed} onChange={onChange} error={error} required={required} timeline={timeline} />;
    case 'number':
      return <TextField size="small" inputMode="decimal" label={label} description={min !== undefined && max !== undefined ? text('fromTo', { min, max }) : undefined} value={typed} onChange={({ target }) => onChange(target.value)} error={error} required={required} />;
    case 'boolean':
      return (
        <RadioGroup size="small" legend={label} value={value === undefined ? '' : String(value)} onChange={(chosen: string) => onChange(chosen === 'true')} error={error}>
          <Radio value="true">{text('yes')}</Radio>
          <Radio value="false">{text('no')}</Radio>
        </RadioGroup>
      );
    case 'codes':
      return (
        <CheckboxGroup size="small" legend={label} value={Array.isArray(value) ? [...(value as readonly string[])] : []} onChange={(chosen: string[]) => onChange(chosen)} error={error}>
          {options.map(([code, said]) => <Checkbox key={code} value={code}>{said}</Checkbox>)}
        </CheckboxGroup>
      );
    case 'code':
      if (options.length > fewCodes) {
        return (
          <Select size="small" label={label} value={typed} onChange={({ target }) => onChange(target.value)} error={error} required={required}>
            <option value="">{text('choose')}</option>
            {options.map(([code, said]) => <option key={code} value={code}>{said}</option>)}
          </Select>
        );
      }
      return (
        <RadioGroup size="small" legend={label} value={typed} onChange={(chosen: string) => onChange(chosen)} error={error} required={required}>
          {options.map(([code, said]) => <Radio key={code} value={code}>{said}</Radio>)}
        </RadioGroup>
      );
  }
}
