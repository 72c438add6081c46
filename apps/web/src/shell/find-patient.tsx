import { BodyShort, Button, HStack, Modal, Search } from '@navikt/ds-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { api, read } from '../client/client.js';
import { useMay } from '../client/me.js';
import type { components } from '../client/schema.js';
import { useCommands } from '../shared/commands.js';
import { dayShown } from '../shared/day.js';
import { firstFocus } from '../shared/first-focus.js';
import { AppLink } from '../shared/link.js';
import { Empty, Loading } from '../shared/states.js';
import { useLanguage } from '../shared/texts.js';
import { WriteProblem } from '../shared/write-problem.js';
import { wantedOf } from './find-wanted.js';
import { useText } from './messages.js';

type Hit = components['schemas']['SearchHit'];

/** The key that finds a caller, on every page. */
const findKey = 'f';

/** Finds a patient by number or name, from every page. What is typed goes in the request's body and nowhere else: not in the address, not in a cache. */
export function FindPatient() {
  const text = useText();
  const may = useMay('patient.search');
  const [open, setOpen] = useState(false);
  useCommands(useMemo(() => (may ? [{ id: 'find', title: text('find'), key: findKey, run: () => setOpen(true) }] : []), [may, text]));
  if (!may) return null;
  return (
    <>
      <Button variant="secondary" size="small" onClick={() => setOpen(true)}>{text('find')}</Button>
      {open && <FindDialog close={() => setOpen(false)} />}
    </>
  );
}

function FindDialog({ close }: { readonly close: () => void }): ReactNode {
  const text = useText();
  const [typed, setTyped] = useState('');
  const find = useMutation({ mutationFn: (words: string) => read(api.POST('/api/v1/search', { body: wantedOf(words) })), gcTime: 0 });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') find.mutate(typed);
  };
  return (
    <Modal open onClose={close} header={{ heading: text('find') }} placement="top" width="medium">
      <Modal.Body>
        <form role="search" onSubmit={submit}>
          <HStack gap="space-8" align="end">
            <Search label={text('findWhat')} hideLabel={false} variant="secondary" value={typed} onChange={setTyped} ref={firstFocus} autoComplete="off" />
          </HStack>
        </form>
        <div aria-live="polite">
          {find.isPending && <Loading rows={2} />}
          <WriteProblem error={find.error} refresh={() => undefined} />
          {find.data?.hits.length === 0 && <Empty>{text('findNone')}</Empty>}
          {find.data !== undefined && find.data.hits.length > 0 && (
            <ul className="app-found">
              {find.data.hits.map((hit) => <Found key={hit.pathwayId} hit={hit} close={close} />)}
            </ul>
          )}
          {find.data?.more === true && <BodyShort>{text('findMore')}</BodyShort>}
        </div>
      </Modal.Body>
    </Modal>
  );
}

function Found({ hit: { pathwayId, patient, organisation, nextDueOn }, close }: { readonly hit: Hit; readonly close: () => void }) {
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
