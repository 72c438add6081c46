import { Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Loading } from '../../../shared/states.js';
import { DayField } from '../../../shared/day-field.js';
import { toasts } from '../../../shared/toast-list.js';
import { ChangeForm } from '../events/change-form.js';
import { errorAt } from '../fields/errors.js';
import { useText } from '../messages.js';
import { organisationsQuery, pathwayKey, transferPathway } from '../queries.js';
import type { RulesFormProps } from './rules-tab.js';
import { useReason } from './use-reason.js';

/** Gives the pathway to another organisation from a day. The frist follows the patient. */
export function TransferForm({ pathway, close }: RulesFormProps): ReactNode {
  const text = useText();
  const organisations = useQuery(organisationsQuery);
  const [to, setTo] = useState('');
  const [on, setOn] = useState<string>(pathway.asOf);
  const [lacks, setLacks] = useState(false);
  const write = useWrite(transferPathway(pathway.pathwayId), [pathwayKey(pathway.pathwayId), ['worklist']]);
  const { reason, field, given } = useReason(write.error);
  if (organisations.isPending) return <Loading rows={2} />;
  if (organisations.data === undefined) return <ProblemView error={organisations.error} retry={() => void organisations.refetch()} />;
  const submit = (): void => {
    setLacks(to === '');
    if (!given() || to === '') return;
    const done = (): void => {
      toasts.add(text('transferred'));
      close();
    };
    write.mutate({ to, on, reason }, { onSuccess: done });
  };
  return (
    <ChangeForm id={pathway.pathwayId} title={text('transferOpen')} means={text('transferMeans')} save={text('transferSave')} write={write} submit={submit} close={close}>
      <Select size="small" label={text('transferTo')} value={to} onChange={({ target }) => setTo(target.value)} error={lacks ? text('needsChoice') : errorAt(write.error, '/to')} required>
        <option value="">{text('choose')}</option>
        {organisations.data.organisations.filter(({ id, kind }) => id !== pathway.organisation.id && (kind === 'hospital' || kind === 'unit')).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <DayField label={text('transferOn')} description={text('transferOnHelp')} value={on} onChange={({ target }) => setOn(target.value)} error={errorAt(write.error, '/on')} required />
      {field}
    </ChangeForm>
  );
}
