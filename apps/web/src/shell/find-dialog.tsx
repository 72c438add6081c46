import { BodyShort, Modal, Search } from '@navikt/ds-react';
import { lazy, Suspense } from 'react';
import type { components } from '../client/schema.js';
import { dayShown } from '../shared/day.js';
import { firstFocus } from '../shared/first-focus.js';
import { AppLink } from '../shared/link.js';
import { Empty, Loading } from '../shared/states.js';
import { useLanguage } from '../shared/texts.js';
import { WriteProblem } from '../shared/write-problem.js';
import { digitsOf, isWholeNumber } from './find-wanted.js';
import type { Typing } from './first-letters.js';
import { useText } from './messages.js';

/** Few need it, so that it is read when somebody does. */
const ByNumber = lazy(() => import('../screens/patient/break-glass/by-number.js').then((module) => ({ default: module.ByNumber })));

type Answer = components['schemas']['SearchPage'];

export interface FindProps extends Typing {
  /** What was looked for last. */
  readonly wanted: string;
  readonly found: Answer | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly close: () => void;
}

/** What is looked for, and who was found. */
export function FindDialog({ typed, onTyped, onSubmit, wanted, found, error, isPending, close }: FindProps) {
  const text = useText();
  return (
    <Modal open onClose={close} header={{ heading: text('find') }} placement="top" width="medium">
      <Modal.Body>
        <form role="search" onSubmit={onSubmit}>
          <Search label={text('findWhat')} description={text('findHow')} hideLabel={false} variant="secondary" value={typed} onChange={onTyped} ref={firstFocus} autoComplete="off" />
        </form>
        <div aria-live="polite">
          {isPending && <Loading rows={2} />}
          <WriteProblem error={error} refresh={() => undefined} />
          {found?.hits.length === 0 && !isWholeNumber(wanted) && <Empty>{text('findNone')}</Empty>}
          {found !== undefined && found.hits.length > 0 && (
            <ul className="app-found">
              {found.hits.map((hit) => <Found key={hit.pathwayId} hit={hit} close={close} />)}
            </ul>
          )}
          {found?.more === true && <BodyShort>{text('findMore')}</BodyShort>}
        </div>
        {found?.hits.length === 0 && isWholeNumber(wanted) && (
          <Suspense fallback={<Loading rows={2} />}>
            <ByNumber key={wanted} number={digitsOf(wanted)} close={close} />
          </Suspense>
        )}
      </Modal.Body>
    </Modal>
  );
}

function Found({ hit: { pathwayId, patient, organisation, nextDueOn }, close }: { readonly hit: Answer['hits'][number]; readonly close: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const about = [
    ...(patient.birthDate === null ? [] : [text('findBorn', { day: dayShown(patient.birthDate, language) })]),
    organisation.name,
    nextDueOn === null ? text('findNoDeadline') : text('findNext', { day: dayShown(nextDueOn, language) }),
  ];
  return (
    <li>
      <AppLink to="/pasient/$id" params={{ id: pathwayId }} onClick={close}>
        {patient.name === null ? text('findNoName') : `${patient.name.family}, ${patient.name.given}`}
      </AppLink>
      <BodyShort size="small">{about.join(' · ')}</BodyShort>
    </li>
  );
}
