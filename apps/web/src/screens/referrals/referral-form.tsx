import { Button, Fieldset, HStack, Textarea, TextField, VStack } from '@navikt/ds-react';
import { useState, type ReactNode } from 'react';
import { DayField } from '../../shared/day-field.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { PathwayChoice } from './pathway-choice.js';
import type { Referral } from './queries.js';
import { referralOf, type ReferralTyped } from './referral-values.js';

interface Props {
  readonly filled: ReferralTyped;
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  readonly save: (referral: Referral) => void;
  readonly refresh: () => void;
  /** Where one goes without saving. */
  readonly children?: ReactNode;
}

/** A referral that somebody writes or mends by hand. */
export function ReferralForm({ filled, write, save, refresh, children }: Props) {
  const text = useText();
  const [typed, setTyped] = useState(filled);
  const [id] = useState(() => crypto.randomUUID());
  const set = (name: keyof ReferralTyped) => ({ value: typed[name], size: 'small' as const, onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const optional = (field: string): string => text('optional', { field });
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(referralOf(typed, id)); }}>
      <VStack gap="space-24">
        <Fieldset legend={text('patientPart')}>
          <TextField label={optional(text('number'))} description={text('numberHelp')} autoComplete="off" {...set('number')} />
          <TextField label={text('given')} autoComplete="off" {...set('given')} />
          <TextField label={text('family')} autoComplete="off" {...set('family')} />
          <DayField label={optional(text('birthDate'))} {...set('birthDate')} />
        </Fieldset>
        <Fieldset legend={text('referralPart')}>
          <DayField label={text('receivedOn')} description={text('receivedHelp')} required {...set('receivedOn')} />
          <TextField label={optional(text('reason'))} description={text('reasonHelp')} autoComplete="off" {...set('reason')} />
          <PathwayChoice reason={typed.reason} chosen={typed.pathway} choose={(pathway) => setTyped({ ...typed, pathway })} />
          <TextField label={optional(text('referrerName'))} autoComplete="off" {...set('referrerName')} />
          <TextField label={optional(text('referrerHpr'))} inputMode="numeric" autoComplete="off" {...set('referrerHpr')} />
          <Textarea label={optional(text('text'))} minRows={4} {...set('text')} />
        </Fieldset>
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8" align="center">
          <Button size="small" loading={write.isPending}>{text('save')}</Button>
          {children}
        </HStack>
      </VStack>
    </form>
  );
}
