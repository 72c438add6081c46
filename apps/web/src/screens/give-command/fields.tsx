import { Checkbox, CheckboxGroup, Select, TextField } from '@navikt/ds-react';
import { DayField } from '../../shared/day-field.js';
import { useLanguage } from '../../shared/texts.js';
import { filledIn, type Typed } from './field-values.js';
import { useText } from './messages.js';
import type { Field } from './queries.js';

interface Props {
  readonly fields: Readonly<Record<string, Field>>;
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
  /** Fields that have their value already. */
  readonly given?: readonly string[];
}

/** The fields of a command or an event, as the definition names them. */
export function Fields({ fields, typed, change, given = [] }: Props) {
  return filledIn(fields, given).map(([name, field]) => <OneField key={name} field={field} value={typed[name] ?? (field.type === 'codes' ? [] : '')} change={(value) => change({ ...typed, [name]: value })} />);
}

interface One {
  readonly field: Field;
  readonly value: string | readonly string[];
  readonly change: (value: string | readonly string[]) => void;
}

function OneField({ field, value, change }: One) {
  const text = useText();
  const { language } = useLanguage();
  const words = (title: { readonly nb: string; readonly en?: string }): string => title[language] ?? title.nb;
  const label = field.required === true ? words(field.title) : text('optional', { field: words(field.title) });
  const codes = Object.entries(field.codes ?? {});
  if (field.type === 'codes') {
    return (
      <CheckboxGroup legend={label} size="small" value={[...value]} onChange={(chosen: string[]) => change(chosen)}>
        {codes.map(([code, title]) => <Checkbox key={code} value={code}>{words(title)}</Checkbox>)}
      </CheckboxGroup>
    );
  }
  const choices = field.type === 'boolean' ? [['true', text('yes')] as const, ['false', text('no')] as const] : codes.map(([code, title]) => [code, words(title)] as const);
  if (choices.length > 0) {
    return (
      <Select label={label} size="small" required={field.required === true} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{text('choose')}</option>
        {choices.map(([code, title]) => <option key={code} value={code}>{title}</option>)}
      </Select>
    );
  }
  const shared = { label, size: 'small' as const, required: field.required === true, value: value as string, onChange: ({ target }: { target: { value: string } }) => change(target.value) };
  return field.type === 'date' ? <DayField {...shared} /> : <TextField {...shared} inputMode={field.type === 'number' ? 'decimal' : 'text'} />;
}
