import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { meQuery } from '../client/me.js';
import { sessionGate } from '../client/session-gate.js';
import { later } from '../shared/later.js';
import { onLoggedIn } from './log-in-again.js';

const SessionEndedDialog = later(async () => (await import('./session-ended-dialog.js')).SessionEndedDialog);

const isClosed = (): boolean => sessionGate.isClosed;

/** Over the page when the session has ended: log in beside it, and go on where one was. Another person must not go on with what this one wrote. */
export function SessionEnded() {
  const queries = useQueryClient();
  const ended = useSyncExternalStore(sessionGate.subscribe, isClosed);
  const [isOther, setIsOther] = useState(false);
  useEffect(() => {
    if (!ended) return undefined;
    // As it was when the session ended: what is read below comes into the same place, and is told anew from this page too.
    const before = queries.getQueryData(meQuery.queryKey);
    return onLoggedIn(() => {
      void queries.fetchQuery({ ...meQuery, staleTime: 0 }).then((me) => {
        const isSame = before === undefined || me.id === before.id;
        setIsOther(!isSame);
        if (!isSame) return undefined;
        sessionGate.open();
        return queries.invalidateQueries();
      }, () => undefined);
    });
  }, [ended, queries]);
  return ended ? <SessionEndedDialog isOther={isOther} /> : null;
}
