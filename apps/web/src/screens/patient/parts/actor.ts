import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { meQuery } from '../../../client/me.js';
import { useText } from './messages.js';

/** Says who an actor of the ledger (`person:…`, `system:…`, `link`) is, as far as the screen knows. */
export function useActor(): (actor: string) => string {
  const text = useText();
  const me = useQuery(meQuery).data?.id;
  return useCallback(
    (actor) => {
      if (actor === `person:${me}`) return text('you');
      if (actor.startsWith('person:')) return text('colleague');
      if (actor === 'link') return text('link');
      return ['system:worker', 'system:courier', 'system:line'].includes(actor) ? text('itself') : text('system');
    },
    [text, me],
  );
}
