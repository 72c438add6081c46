import { Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { DayField } from '../../../shared/day-field.js';
import { toasts } from '../../../shared/toast-list.js';
import { ChangeForm } from '../events/change-form.js';
import { errorAt } from '../fields/errors.js';
import { useText } from '../messages.js';
import { definitionsQuery, movePathway, pathwayKey } from '../queries.js';
import type { RulesFormProps } from './rules-tab.js';
import { useReason } from './use-reason.js';

/** Moves the pathway to another definition or version, from a day and with a reason. */
export function MoveForm({ pathway, close }: RulesFormProps): ReactNode {
  const text = useText();
  const { language } = useLanguage();
  const definitions = useQuery(definitionsQuery);
  const [chosen, setChosen] = useState('');
  const [on, setOn] = useState<string>(pathway.asOf);
  const [lacks, setLacks] = useState(false);
  const write = useWrite(movePathway(pathway.pathwayId), [pathwayKey(pathway.pathwayId), ['worklist']]);
  const { reason, field, given } = useReason(write.error);
  if (definitions.isPending) return <Loading rows={2} />;
  if (definitions.data === undefined) return <ProblemView error={definitions.error} retry={() => void definitions.refetch()} />;
  const { id, version } = pathway.regime.definition;
  const others = definitions.data.definitions.filter((one) => one.id !== id || one.version !== version);
  if (others.length === 0) return <Empty>{text('noOtherRules')}</Empty>;
  const submit = (): void => {
    const definition = others.find((one) => keyOf(one) === chosen);
    setLacks(definition === undefined);
    if (!given() || definition === undefined) return;
    const done = (): void => {
      toasts.add(text('moved'));
      close();
    };
    write.mutate({ definition: { id: definition.id, version: definition.version }, on, reason }, { onSuccess: done });
  };
  return (
    <ChangeForm id={pathway.pathwayId} title={text('moveOpen')} means={text('moveMeans')} save={text('moveSave')} write={write} submit={submit} close={close}>
      <Select size="small" label={text('moveTo')} value={chosen} onChange={({ target }) => setChosen(target.value)} error={lacks ? text('needsChoice') : undefined} required>
        <option value="">{text('choose')}</option>
        {others.map((one) => <option key={keyOf(one)} value={keyOf(one)}>{text('titleVersion', { title: inLanguage(one.title, language), version: one.version })}</option>)}
      </Select>
      <DayField label={text('moveOn')} value={on} onChange={({ target }) => setOn(target.value)} error={errorAt(write.error, '/on')} required />
      {field}
    </ChangeForm>
  );
}

const keyOf = ({ id, version }: { readonly id: string; readonly version: string }): string => `${id} ${version}`;
