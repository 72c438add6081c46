import { Alert, Button, HStack } from '@navikt/ds-react';
import { useSyncExternalStore } from 'react';
import { useText } from './messages.js';
import { toasts } from './toast-list.js';

/** Where short messages of what was done stand, until they are closed. */
export function Toasts() {
  const text = useText();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list);
  return (
    <section className="app-toasts" aria-label={text('messages')} aria-live="polite">
      {shown.map(({ id, sentence, undo }) => (
        <Alert key={id} variant="success" size="small">
          <HStack gap="space-8" align="center">
            {sentence}
            {undo !== undefined && (
              <Button size="xsmall" variant="secondary" data-color="neutral" onClick={() => { toasts.remove(id); undo(); }}>
                {text('undo')}
              </Button>
            )}
            <Button size="xsmall" variant="tertiary" data-color="neutral" onClick={() => toasts.remove(id)}>
              {text('close')}
            </Button>
          </HStack>
        </Alert>
      ))}
    </section>
  );
}
