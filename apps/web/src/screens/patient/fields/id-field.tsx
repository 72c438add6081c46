import { Select, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery, useMay } from '../../../client/me.js';
import { colleaguesQuery } from '../../../client/people.js';
import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { useText } from '../messages.js';
import type { Entry } from '../queries.js';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** What has been recorded: what it is about may be spoken of again. */
  readonly timeline: readonly Entry[];
}

/** An id that another event bears, chosen by what happened and when; a new one where it is the first time; or typed. */
export function IdField({ name, label, value, onChange, error, required = false, timeline }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const me = useQuery(meQuery).data;
  const colleagues = useQuery({ ...colleaguesQuery, enabled: useMay('colleagues.read') });
  const [typed, setTyped] = useState(false);
  const known = new Map(timeline.filter(({ data, supersededBy }) => typeof data[name] === 'string' && supersededBy === null).map(({ data, title, occurredOn }) => [data[name] as string, text('idOf', { title, day: dayShown(occurredOn, language) })]));
  const isPerson = name === 'personId';
  if (isPerson) for (const colleague of colleagues.data?.colleagues ?? []) known.set(colleague.id, colleague.name ?? colleague.id);
  if (isPerson && me !== undefined) known.set(me.id, text('idMe', { name: me.name ?? '' }));
  const isNew = value !== '' && !known.has(value);
  const choose = (chosen: string): void => {
    setTyped(chosen === 'typed');
    onChange(chosen === 'typed' ? '' : chosen === 'new' ? crypto.randomUUID() : chosen);
  };
  return (
    <>
      <Select size="small" label={label} value={typed ? 'typed' : isNew ? 'new' : value} onChange={({ target }) => choose(target.value)} error={typed ? undefined : error} required={required}>
        <option value="">{text('choose')}</option>
        {[...known].map(([id, title]) => <option key={id} value={id}>{title}</option>)}
        {!isPerson && <option value="new">{text('idNew')}</option>}
        <option value="typed">{text('idTyped')}</option>
      </Select>
      {typed && <TextField size="small" label={text('idTypedLabel', { label })} value={value} onChange={({ target }) => onChange(target.value)} error={error} />}
    </>
  );
}
