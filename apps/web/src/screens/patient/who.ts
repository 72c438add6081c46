import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { meQuery } from '../../client/me.js';
import { useText } from './messages.js';

/** Says who an actor of the ledger (`person:…`, `system:…`, `link`) is, as far as the page knows. */
export function useWho(): (actor: string) => string {
  const text = useText();
  const me = useQuery(meQuery).data?.id;
  return useCallback((actor) => {
    if (actor === `person:${me ?? ''}`) return text('whoYou');
    if (actor.startsWith('person:')) return text('whoColleague');
    return text(actor === 'link' ? 'whoLink' : 'whoSystem');
  }, [text, me]);
}
