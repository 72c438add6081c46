import type { ReactNode } from 'react';

/** Something wide, which scrolls by itself on a narrow screen, by keyboard too. What is in it for screen readers alone scrolls along. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto', position: 'relative' }}>
      {children}
    </div>
  );
}
