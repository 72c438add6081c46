import { Textarea } from '@navikt/ds-react';
import { useState, type ReactNode } from 'react';
import { errorAt } from '../fields/errors.js';
import { useText } from '../messages.js';

/** A reason that must be given: its field, what is typed, and whether there is any (says so beside the field when not). */
export function useReason(error: unknown): { readonly reason: string; readonly field: ReactNode; readonly given: () => boolean } {
  const text = useText();
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  const given = (): boolean => {
    setLacks(reason.trim() === '');
    return reason.trim() !== '';
  };
  const field = <Textarea size="small" label={text('reason')} description={text('reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)} error={lacks ? text('needsReason') : errorAt(error, '/reason')} required />;
  return { reason, field, given };
}
