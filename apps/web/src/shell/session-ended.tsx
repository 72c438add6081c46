import { BodyLong, Button, Heading, Modal } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { meQuery } from '../client/me.js';
import { sessionGate } from '../client/session-gate.js';
import { onLoggedIn, openLogIn } from './log-in-again.js';
import { useText } from './messages.js';

const isClosed = (): boolean => sessionGate.isClosed;

/** Over the page when the session has ended: log in beside it, and go on where one was. Another person must not go on with what this one wrote. */
export function SessionEnded() {
  const text = useText();
  const queries = useQueryClient();
  const ended = useSyncExternalStore(sessionGate.subscribe, isClosed);
  const [isOther, setIsOther] = useState(false);
  useEffect(() => {
    if (!ended) return undefined;
    return onLoggedIn(() => {
      const before = queries.getQueryData(meQuery.queryKey);
      void queries.fetchQuery({ ...meQuery, staleTime: 0 }).then((me) => {
        if (before !== undefined && me.id !== before.id) return setIsOther(true);
        sessionGate.open();
        return queries.invalidateQueries();
      }, () => undefined);
    });
  }, [ended, queries]);
  if (!ended) return null;
  return (
    <Modal open onClose={staysOpen} aria-label={text('endedTitle')} onCancel={(event) => event.preventDefault()}>
      <Modal.Header closeButton={false}>
        <Heading level="1" size="medium">{text('endedTitle')}</Heading>
      </Modal.Header>
      <Modal.Body>
        <BodyLong>{text(isOther ? 'endedOther' : 'endedText')}</BodyLong>
      </Modal.Body>
      <Modal.Footer>
        {isOther ? <Button onClick={() => location.reload()}>{text('endedReload')}</Button> : <Button onClick={openLogIn}>{text('endedLogIn')}</Button>}
      </Modal.Footer>
    </Modal>
  );
}

/** Only logging in closes it. */
const staysOpen = (): void => undefined;
