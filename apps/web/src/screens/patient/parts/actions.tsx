import { Box, Button, HStack } from '@navikt/ds-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useOpened } from './use-opened.js';

/** Something that can be done, with the form for it. */
export interface Action {
  /** Unique within what it is about; stands in the address. */
  readonly name: string;
  readonly label: string;
  readonly form: (close: () => void) => ReactNode;
}

/**
 * Buttons that each open a form under them, one at a time. The focus goes into the form, and back to its button afterwards.
 * @param about id of what it is about; none: the tab itself.
 */
export function Actions({ about, list }: { readonly about?: string; readonly list: readonly Action[] }) {
  const { opened, open } = useOpened();
  const form = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const byHand = useRef(false);
  const nameOf = (action: Action): string => (about === undefined ? action.name : `${action.name}.${about}`);
  const current = list.find((action) => nameOf(action) === opened);
  useEffect(() => {
    if (byHand.current && current !== undefined) form.current?.focus();
    byHand.current = false;
  }, [current]);
  if (list.length === 0) return null;
  const toggle = (action: Action): void => {
    byHand.current = true;
    open(action === current ? undefined : nameOf(action));
  };
  const close = (): void => {
    button.current?.focus();
    open(undefined);
  };
  return (
    <>
      <HStack gap="space-8" wrap>
        {list.map((action) => (
          <Button key={action.name} type="button" size="small" variant="secondary" aria-expanded={action === current} ref={action === current ? button : undefined} onClick={() => toggle(action)}>
            {action.label}
          </Button>
        ))}
      </HStack>
      {current !== undefined && (
        <Box asChild padding="space-16" borderWidth="1" borderColor="neutral-subtle" borderRadius="8" marginBlock="space-8">
          <section aria-label={current.label} tabIndex={-1} ref={form}>
            {current.form(close)}
          </section>
        </Box>
      )}
    </>
  );
}
