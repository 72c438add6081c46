import { Button, HStack, VStack } from '@navikt/ds-react';
import type { FormEvent, ReactNode } from 'react';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from './messages.js';

interface Props {
  /** What the button says that saves. */
  readonly save: string;
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: () => void;
  readonly cancel: () => void;
  /** Reads what others have changed. */
  readonly refresh: () => void;
  readonly children: ReactNode;
}

/** A form with its fields, what went wrong, and its buttons. What is typed is the caller's, and stays when saving fails. */
export function WriteForm({ save, write, submit, cancel, refresh, children }: Props) {
  const text = useText();
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    if (!write.isPending) submit();
  };
  return (
    <form onSubmit={submitted}>
      <VStack gap="space-16">
        {children}
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button type="submit" size="small" loading={write.isPending}>
            {save}
          </Button>
          <Button type="button" size="small" variant="tertiary" onClick={cancel}>
            {text('cancel')}
          </Button>
        </HStack>
      </VStack>
    </form>
  );
}
