import { BodyLong, Button, Heading, Modal } from '@navikt/ds-react';
import { openLogIn } from './log-in-again.js';
import { useText } from './messages.js';

/** @param isOther somebody else has logged in: what this one wrote must not be sent. */
export function SessionEndedDialog({ isOther }: { readonly isOther: boolean }) {
  const text = useText();
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
