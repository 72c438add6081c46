import { Alert, Button, Modal } from '@navikt/ds-react';
import { firstFocus } from '../../shared/first-focus.js';
import { nameOfRow } from './bulk.js';
import { useText } from './messages.js';
import type { BulkAnswer, Row } from './queries.js';

interface Props {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly results: BulkAnswer['results'];
  readonly onClose: () => void;
}

/** How it went for each patient; those for whom it was not done come first, with why. */
export function BulkResults({ heading, rows, results, onClose }: Props) {
  const text = useText();
  const refused = results.filter(({ done }) => !done);
  const done = results.filter((result) => result.done);
  const nameOf = (id: string): string => {
    const row = rows.find(({ pathwayId }) => pathwayId === id);
    return row === undefined ? id : (nameOfRow(row) ?? text('noName'));
  };
  return (
    <Modal open onClose={onClose} header={{ heading }} width="medium">
      <Modal.Body>
        <Alert variant={refused.length === 0 ? 'success' : 'warning'} role="status">
          {text('resultSummary', { done: done.length, refused: refused.length })}
        </Alert>
        <ul className="app-results">
          {[...refused, ...done].map((result) => (
            <li key={result.id}>
              <b>{nameOf(result.id)}</b>
              {`: ${result.done ? text('resultDone') : (result.sentence ?? text('resultNotDone'))}`}
            </li>
          ))}
        </ul>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose} ref={firstFocus}>{text('close')}</Button>
      </Modal.Footer>
    </Modal>
  );
}
