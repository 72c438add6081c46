import type { ReactNode } from 'react';

/** Something that is wider than a narrow screen, such as a table whose words would break: it scrolls by itself, by keyboard too. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto', marginBottom: '1rem' }}>
      <div style={{ minWidth: '36rem' }}>{children}</div>
    </div>
  );
}
