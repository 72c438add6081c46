import { Select, VStack } from '@navikt/ds-react';
import { DayField } from '../../shared/day-field.js';
import { firstFocus } from '../../shared/first-focus.js';
import type { BulkChoice } from './bulk.js';
import { useText } from './messages.js';

export type Asked = Pick<Extract<BulkChoice, { kind: 'ask' }>, 'appointment' | 'beforeOn'>;

const kinds = ['oppstart', 'oppfolging', 'mote', 'undersokelse'] as const satisfies readonly Asked['appointment'][];
const isKind = (word: string): word is Asked['appointment'] => kinds.some((kind) => kind === word);

/** What kind of appointment, and the last day that will do. */
export function AskFields({ asked, onChange, isMissing }: { readonly asked: Asked; readonly onChange: (asked: Asked) => void; readonly isMissing: boolean }) {
  const text = useText();
  return (
    <VStack gap="space-16">
      <Select ref={firstFocus} label={text('askKind')} value={asked.appointment} onChange={({ target: { value } }) => isKind(value) && onChange({ ...asked, appointment: value })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>{text(`kind-${kind}`)}</option>
        ))}
      </Select>
      <DayField label={text('askBefore')} value={asked.beforeOn} onChange={({ target }) => onChange({ ...asked, beforeOn: target.value })} error={isMissing && text('askMissing')} />
    </VStack>
  );
}
