import { Button, HStack, VStack } from '@navikt/ds-react';
import type { FormEvent, ReactNode } from 'react';
import { useText } from './messages.js';
import { WriteProblem } from './write-problem.js';

export interface WriteFormProps {
  /** What the button says that saves. */
  readonly save: string;
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: () => void;
  readonly cancel: () => void;
  /** Reads what others have changed. */
  readonly refresh: () => void;
  /** The form itself says what is missing, instead of the browser. */
  readonly noValidate?: boolean;
  readonly children: ReactNode;
}

/** A form with its fields, what went wrong, and its buttons. What is typed is the caller's, and stays when saving fails. */
export function WriteForm({ save, write, submit, cancel, refresh, noValidate = false, children }: WriteFormProps) {
  const text = useText();
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    if (!write.isPending) submit();
  };
  return (
    <form className="app-form" onSubmit={submitted} noValidate={noValidate}>
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
