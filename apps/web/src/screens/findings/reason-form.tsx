import { BodyShort, Button, HStack, Textarea, VStack } from '@navikt/ds-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';

interface Props {
  /** What is done, as the button says it. */
  readonly title: string;
  /** What becomes of it. */
  readonly follows: string;
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  readonly save: (reason: string) => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** Something that needs nothing but a reason, which stays on record. */
export function ReasonForm({ title, follows, write, save, cancel, refresh }: Props) {
  const text = useText();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(reason); }}>
      <VStack gap="space-12">
        <BodyShort>{follows}</BodyShort>
        <Textarea ref={field} label={text('reason')} size="small" minRows={2} required value={reason} onChange={({ target }) => setReason(target.value)} onKeyDown={saveByCtrlEnter} />
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{title}</Button>
          <Button size="small" type="button" variant="secondary" onClick={cancel}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}

/** In a text Enter is a new line. */
function saveByCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}
