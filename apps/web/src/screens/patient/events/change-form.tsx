import { BodyLong, Button, Heading, HStack, VStack } from '@navikt/ds-react';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from '../messages.js';
import { useRefresh } from '../queries.js';

interface Props {
  readonly id: string;
  readonly title: string;
  /** What it means, before it is done. */
  readonly means: string;
  readonly save: string;
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A small form that changes something that is recorded: what it means, its fields, and its buttons. What is typed stays when saving fails. */
export function ChangeForm({ id, title, means, save, write, submit, close, children }: Props) {
  const text = useText();
  const refresh = useRefresh(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    if (!write.isPending) submit();
  };
  return (
    <form onSubmit={submitted} noValidate className="patient-form">
      <VStack gap="space-12">
        <Heading level="3" size="xsmall" ref={heading} tabIndex={-1}>{title}</Heading>
        <BodyLong size="small">{means}</BodyLong>
        {children}
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{save}</Button>
          <Button size="small" type="button" variant="tertiary" onClick={close}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
