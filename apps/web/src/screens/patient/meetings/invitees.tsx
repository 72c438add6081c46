import { Checkbox, CheckboxGroup, Fieldset, HStack, TextField } from '@navikt/ds-react';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import type { DefinitionParts } from '../definition.js';
import { useText } from './messages.js';

/** Who is invited as something, as typed. */
export interface Invitee {
  readonly name: string;
  readonly email: string;
}

type Possible = NonNullable<DefinitionParts['meetings']>[number]['participants'];

interface Props {
  readonly possible: Possible;
  /** By the code of what they are there as. */
  readonly invited: Readonly<Record<string, Invitee>>;
  readonly onChange: (invited: Readonly<Record<string, Invitee>>) => void;
}

/** Whom to invite, with the name and address that the invitation goes to. */
export function Invitees({ possible, invited, onChange }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const choose = (codes: string[]): void => onChange(Object.fromEntries(codes.map((code) => [code, invited[code] ?? { name: '', email: '' }])));
  return (
    <>
      <CheckboxGroup size="small" legend={text('invite')} description={text('inviteHelp')} value={Object.keys(invited)} onChange={choose}>
        {possible.map(({ code, title }) => (
          <Checkbox key={code} value={code}>
            {inLanguage(title, language)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {possible.map(({ code, title }) => {
        const invitee = invited[code];
        if (invitee === undefined) return null;
        const set = (part: Partial<Invitee>): void => onChange({ ...invited, [code]: { ...invitee, ...part } });
        return (
          <Fieldset key={code} size="small" legend={inLanguage(title, language)}>
            <HStack gap="space-16" wrap>
              <TextField size="small" label={text('name')} value={invitee.name} onChange={({ target }) => set({ name: target.value })} />
              <TextField size="small" type="email" label={text('email')} value={invitee.email} onChange={({ target }) => set({ email: target.value })} />
            </HStack>
          </Fieldset>
        );
      })}
    </>
  );
}
