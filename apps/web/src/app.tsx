import { Provider, Theme } from '@navikt/ds-react';
import { en, nb } from '@navikt/ds-react/locales';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from './client/queries.js';
import { router } from './router.js';
import { useLanguage } from './shared/texts.js';
import { useColour } from './shared/colour.js';

const locales = { nb, en };

/** The application with all that its screens stand on. */
export function App() {
  const { language } = useLanguage();
  const { colour } = useColour();
  // Menus and dialogues are put in here, inside of the colours.
  const [rootElement, setRootElement] = useState<HTMLDivElement | null>(null);
  return (
    <Theme theme={colour} className="app-theme">
      <Provider locale={locales[language]} rootElement={rootElement}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Provider>
      <div ref={setRootElement} />
    </Theme>
  );
}
