import { Select } from '@navikt/ds-react';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { useDefinition } from '../definition.js';
import { useText } from './messages.js';

/** The definition's roles to choose from. */
export function RoleSelect({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (role: string) => void }) {
  const text = useText();
  const { language } = useLanguage();
  const roles = Object.entries(useDefinition(id).parts?.roles ?? {});
  return (
    <Select size="small" required label={text('role')} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{text('choose')}</option>
      {roles.map(([role, title]) => (
        <option key={role} value={role}>
          {inLanguage(title, language)}
        </option>
      ))}
    </Select>
  );
}
