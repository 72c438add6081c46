import { BodyLong, Skeleton, VStack } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useText } from './messages.js';

/** While something is read for the first time. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const text = useText();
  return (
    <div role="status" aria-label={text('loading')}>
      <VStack gap="space-8">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} variant="rounded" height={40} />
        ))}
      </VStack>
    </div>
  );
}

/** Where there is nothing to show: says so, and why that is fine or what to do. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <BodyLong>{children}</BodyLong>;
}
