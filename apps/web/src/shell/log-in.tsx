import { BodyLong, Button } from '@navikt/ds-react';
import { Page } from '../shared/page.js';
import { useText } from './messages.js';

/** For who is not logged in: where to do it. They come back to where they were going. */
export function LogIn() {
  const text = useText();
  const here = `${location.pathname}${location.search}`;
  return (
    <main id="main" className="app-main">
      <Page title={text('logInTitle')}>
        <BodyLong spacing>{text('logInText')}</BodyLong>
        <Button as="a" role="link" href={`/auth/login?til=${encodeURIComponent(here)}`}>
          {text('logIn')}
        </Button>
      </Page>
    </main>
  );
}
