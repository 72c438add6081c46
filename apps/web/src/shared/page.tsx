import { Heading } from '@navikt/ds-react';
import { useEffect, type ReactNode } from 'react';

/** A screen: its heading is the page's title too. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Forløp`;
  }, [title]);
  return (
    <>
      <Heading level="1" size="large" spacing>
        {title}
      </Heading>
      {children}
    </>
  );
}
