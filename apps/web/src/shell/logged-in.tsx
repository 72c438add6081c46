import { BodyLong } from '@navikt/ds-react';
import { useEffect, type ReactNode } from 'react';
import { Page } from '../shared/page.js';
import { sayLoggedIn } from './log-in-again.js';
import { useText } from './messages.js';

/** The window that was opened to log in beside a page: it closes itself, and where the browser does not let it, it says what to do. */
export function LoggedIn(): ReactNode {
  const text = useText();
  useEffect(() => {
    sayLoggedIn();
    window.close();
  }, []);
  return (
    <Page title={text('loggedIn')}>
      <BodyLong>{text('loggedInDo')}</BodyLong>
    </Page>
  );
}
