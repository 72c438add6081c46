import { Alert, BodyLong, Button, Modal } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery, useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { confirmObligation, pathwayKey, useRefresh, type Obligation, type Pathway } from './queries.js';

/** What may leave the house only when a named person has said so, and waits for one. */
export function Confirmations({ pathway }: { readonly pathway: Pathway }) {
  const waiting = pathway.obligations.filter(({ open, needsConfirmation, confirmedBy }) => open && needsConfirmation && confirmedBy === null);
  return waiting.map((obligation) => <Confirmation key={obligation.key} id={pathway.pathwayId} obligation={obligation} />);
}

function Confirmation({ id, obligation: { key, title } }: { readonly id: string; readonly obligation: Obligation }) {
  const text = useText();
  const name = useQuery(meQuery).data?.name ?? '';
  const mayConfirm = useMay('obligation.confirm');
  const [asked, setAsked] = useState(false);
  const refresh = useRefresh(id);
  // Said from inside of the write: the form is gone as soon as the list is read anew.
  const write = useWrite(async (act: Parameters<ReturnType<typeof confirmObligation>>[0]) => {
    const done = await confirmObligation(id, key)(act);
    toasts.add(text('confirmed', { title }));
    return done;
  }, [pathwayKey(id)]);
  const confirm = (): void => write.mutate({});
  return (
    <Alert size="small" variant="warning">
      <BodyLong size="small" spacing={mayConfirm}>{text('toConfirm', { title })}</BodyLong>
      {mayConfirm && <Button size="small" variant="secondary" data-color="neutral" onClick={() => setAsked(true)}>{text('confirm')}</Button>}
      <Modal open={asked} onClose={() => setAsked(false)} header={{ heading: title, size: 'small' }}>
        <Modal.Body>
          <BodyLong spacing>{text('confirmMeans', { name })}</BodyLong>
          <WriteProblem error={write.error} refresh={refresh} />
        </Modal.Body>
        <Modal.Footer>
          <Button size="small" loading={write.isPending} onClick={confirm}>{text('confirmNow')}</Button>
          <Button size="small" variant="tertiary" onClick={() => setAsked(false)}>{text('cancel')}</Button>
        </Modal.Footer>
      </Modal>
    </Alert>
  );
}
