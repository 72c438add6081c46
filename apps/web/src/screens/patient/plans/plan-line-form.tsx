import { Radio, RadioGroup, Select, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { useDefinition } from '../definition.js';
import { pathwayQuery } from '../queries.js';
import { useText } from './messages.js';
import { useSetPlanItem, type PlanItem } from './queries.js';

interface Props {
  readonly id: string;
  readonly plan: string;
  readonly line: PlanItem;
  readonly close: () => void;
  readonly refresh: () => void;
}

const states = ['not-begun', 'agreed', 'done', 'not-relevant'] as const;

/** Sets a line as a whole. What is done or not relevant is recorded on the pathway, on the day that is given. */
export function PlanLineForm({ id, plan, line, close, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const roles = Object.entries(useDefinition(id).parts?.roles ?? { [line.owner]: { nb: line.ownerTitle } });
  const today = useQuery(pathwayQuery(id)).data?.asOf ?? '';
  const [state, setState] = useState<PlanItem['state']>(line.state);
  const [owner, setOwner] = useState(line.owner);
  const [person, setPerson] = useState(line.person ?? '');
  const [dueOn, setDueOn] = useState<string>(line.dueOn ?? '');
  const [note, setNote] = useState(line.note ?? '');
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState(line.reason ?? '');
  const write = useSetPlanItem(id, plan, line.item);
  const former = useSetPlanItem(id, plan, line.item);
  // What was settled is recorded on a day that the line does not keep: that is opened by hand.
  const canUndo = line.state === 'not-begun' || line.state === 'agreed';
  const undo = (): void =>
    former.mutate({ state: line.state, owner: line.owner, person: line.person, dueOn: line.dueOn, note: line.note }, {
      done: () => toasts.add(text('undone', { item: line.title })), onError: ({ message }) => toasts.add(message),
    });
  const isSettled = state === 'done' || state === 'not-relevant';
  const submit = (): void =>
    write.mutate(
      { state, owner, person: person || null, dueOn: dueOn || null, note: note || null, ...(isSettled && on !== '' && { on }), ...(state === 'not-relevant' && { text: reason }) },
      { done: () => toasts.add(text('saved', { item: line.title }), canUndo ? undo : undefined), onSuccess: close },
    );
  return (
    <WriteForm save={text('save')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <RadioGroup size="small" legend={text('state')} value={state} onChange={setState}>
        {states.map((one) => (
          <Radio key={one} value={one}>
            {text(`state-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      {state === 'not-relevant' && <Textarea size="small" required label={text('why')} value={reason} onChange={({ target }) => setReason(target.value)} />}
      {isSettled && <DayField required label={text('settledOn')} value={on} onChange={setOn} />}
      <Select size="small" label={text('owner')} value={owner} onChange={({ target }) => setOwner(target.value)}>
        {roles.map(([role, title]) => (
          <option key={role} value={role}>
            {inLanguage(title, language)}
          </option>
        ))}
      </Select>
      <TextField size="small" label={text('person')} value={person} onChange={({ target }) => setPerson(target.value)} />
      <DayField label={text('dueOn')} value={dueOn} onChange={setDueOn} />
      <Textarea size="small" label={text('note')} value={note} onChange={({ target }) => setNote(target.value)} />
    </WriteForm>
  );
}
