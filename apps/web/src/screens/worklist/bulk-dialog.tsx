import { Button, Modal } from '@navikt/ds-react';
import { useState, type FormEvent } from 'react';
import { useWrite } from '../../client/use-write.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { AskFields, type Asked } from './ask-fields.js';
import { AssignFields } from './assign-fields.js';
import { nameOfRow, type BulkChoice, type BulkKind } from './bulk.js';
import { BulkResults } from './bulk-results.js';
import { useText } from './messages.js';
import { doInBulk, worklistKey, type Row } from './queries.js';

interface Props {
  readonly kind: BulkKind;
  readonly rows: readonly Row[];
  readonly onClose: () => void;
  /** It was done for all of them. */
  readonly onDone: () => void;
}

/** Gives patients to somebody, reminds, or asks for appointments, for one or many; with several, or where something was refused, it tells how it went for each. */
export function BulkDialog({ kind, rows, onClose, onDone }: Props) {
  const text = useText();
  const [person, setPerson] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ appointment: 'oppstart', beforeOn: '' });
  const [isMissing, setIsMissing] = useState(false);
  const write = useWrite(doInBulk, [worklistKey, ['pathway']]);
  const one = rows.length === 1 ? rows[0]! : null;
  const name = one === null ? null : (nameOfRow(one) ?? text('noName'));
  const choice = choiceOf(kind, person, asked);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsMissing(choice === null);
    if (choice === null) return;
    write.mutate({ choice, rows: rows.map(({ pathwayId, owner }) => ({ id: pathwayId, role: owner.role })) }, {
      onSuccess: (results) => {
        if (!results.every(({ done }) => done)) return;
        onDone();
        if (name === null) return;
        toasts.add(text(`done-${kind}`, { name }));
        onClose();
      },
    });
  };
  const heading = name === null ? text(`${kind}Many`, { count: rows.length }) : text(`${kind}Heading`, { name });
  if (write.data !== undefined) return <BulkResults heading={heading} rows={rows} results={write.data} onClose={onClose} />;
  return (
    <Modal open onClose={onClose} header={{ heading }} width="small">
      <Modal.Body>
        <form id="bulk" onSubmit={submit}>
          {kind === 'assign' && <AssignFields now={one?.owner.person ?? null} chosen={person} onChoose={setPerson} isMissing={isMissing && person === null} />}
          {kind === 'ask' && <AskFields asked={asked} onChange={setAsked} isMissing={isMissing && asked.beforeOn === ''} />}
          <p>{text(`${kind}Note`)}</p>
          <WriteProblem error={write.error} refresh={() => undefined} />
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Button type="submit" form="bulk" loading={write.isPending}>{text(`${kind}Do`)}</Button>
        <Button variant="secondary" onClick={onClose}>{text('cancel')}</Button>
      </Modal.Footer>
    </Modal>
  );
}

function choiceOf(kind: BulkKind, person: string | null, { appointment, beforeOn }: Asked): BulkChoice | null {
  if (kind === 'remind') return { kind };
  if (kind === 'assign') return person === null ? null : { kind, person };
  return beforeOn === '' ? null : { kind, appointment, beforeOn };
}
