import '@navikt/ds-css/dist/global/tokens.css';
import '@navikt/ds-css/dist/global/reset.css';
import '@navikt/ds-css/dist/global/baseline.css';
import '@navikt/ds-css/dist/global/print.css';
import '@navikt/ds-css/dist/components.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { meQuery } from './client/me.js';
import { queries } from './client/queries.js';
import { startTexts } from './shared/texts.js';

// Asked for before anything is drawn: every screen waits for it.
void queries.prefetchQuery(meQuery);
startTexts();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
