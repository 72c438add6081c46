import { Alert } from '@navikt/ds-react';
import { useSyncExternalStore } from 'react';
import { useText } from './messages.js';

function subscribe(listener: () => void): () => void {
  for (const event of ['online', 'offline']) window.addEventListener(event, listener);
  return () => {
    for (const event of ['online', 'offline']) window.removeEventListener(event, listener);
  };
}

/** Says that the machine has no network. */
export function Offline() {
  const text = useText();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : <Alert variant="warning">{text('offline')}</Alert>;
}
