import { BodyLong, Heading } from '@navikt/ds-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { WriteForm } from '../../../shared/write-form.js';
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
  const refresh = useRefresh(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <WriteForm noValidate save={save} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Heading level="3" size="xsmall" ref={heading} tabIndex={-1}>{title}</Heading>
      <BodyLong size="small">{means}</BodyLong>
      {children}
    </WriteForm>
  );
}
