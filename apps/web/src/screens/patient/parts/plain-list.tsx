import { VStack } from '@navikt/ds-react';
import { Children, type ReactNode } from 'react';

/** A list without bullets; nothing at all while it has no entries. @param children list items. */
export function PlainList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  if (Children.count(children) === 0) return null;
  return (
    <VStack asChild gap="space-12">
      <ul className="app-commands" aria-label={label}>
        {children}
      </ul>
    </VStack>
  );
}
