import { Button, HStack, TextField, VStack } from '@navikt/ds-react';
import { useState } from 'react';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';

interface Props {
  readonly title: string;
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  readonly save: (why: string) => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** An act that needs a reason and nothing else. */
export function WhyForm({ title, write, save, cancel, refresh }: Props) {
  const text = useText();
  const [why, setWhy] = useState('');
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(why); }}>
      <VStack gap="space-12">
        <TextField label={text('why')} size="small" required autoFocus autoComplete="off" value={why} onChange={({ target }) => setWhy(target.value)} />
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{title}</Button>
          <Button size="small" type="button" variant="secondary" onClick={cancel}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
