import { Button, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { definitionsQuery } from '../../client/definitions.js';
import { meQuery, useMay } from '../../client/me.js';
import { colleaguesQuery } from '../../client/people.js';
import { DayField } from '../../shared/day-field.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { optionsOf, type Option } from './filter-options.js';
import { useText } from './messages.js';
import { organisationsQuery } from './queries.js';
import { filterNames, isSorting, sortings, type Filter, type Sorting, type WorklistSearch } from './wanted.js';

interface Props {
  readonly search: WorklistSearch;
  readonly onChange: (search: WorklistSearch) => void;
}

/** What the list can be narrowed to beside its pile, and its sorting for those who do not see the columns. */
export function FilterPanel({ search, onChange }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const definitions = useQuery(definitionsQuery);
  const colleagues = useQuery({ ...colleaguesQuery, enabled: useMay('colleagues.read') });
  const units = useQuery({ ...organisationsQuery, enabled: useMay('organisations.read') });
  const me = useQuery(meQuery).data;
  const panel = useRef<HTMLFieldSetElement>(null);
  const isReady = definitions.data !== undefined;
  useEffect(() => panel.current?.querySelector('select')?.focus(), [isReady]);
  if (definitions.isPending) return <Loading rows={2} />;
  if (definitions.isError) return <ProblemView error={definitions.error} retry={() => void definitions.refetch()} />;
  const set = (name: Filter, value: string): void => {
    const { [name]: _, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const people: Option[] = (colleagues.data?.colleagues ?? []).filter(({ id }) => id !== me?.id).map(({ id, name }) => ({ id, title: { nb: name ?? id } }));
  const named = optionsOf(definitions.data);
  const choices: Readonly<Record<Exclude<Filter, 'for'>, readonly Option[]>> = {
    ...named,
    oppfolger: [{ id: 'meg', title: { nb: text('me') } }, { id: 'ingen', title: { nb: text('nobody') } }, ...people],
    enhet: (units.data?.organisations ?? []).map(({ id, name }) => ({ id, title: { nb: name } })),
  };
  return (
    <fieldset className="app-filters" ref={panel}>
      <legend className="app-hidden">{text('filters')}</legend>
      {filterNames.map((name) => name === 'for' ? (
        <DayField key={name} label={text('filter-for')} value={search.for ?? ''} onChange={({ target }) => set('for', target.value)} />
      ) : (
        <Select key={name} size="small" label={text(`filter-${name}`)} value={search[name] ?? ''} onChange={({ target: { value } }) => set(name, value)}>
          <option value="">{text('everything')}</option>
          {search[name] !== undefined && !choices[name].some(({ id }) => id === search[name]) && <option value={search[name]}>{text('someoneElse')}</option>}
          {choices[name].map(({ id, title }) => (
            <option key={id} value={id}>{inLanguage(title, language)}</option>
          ))}
        </Select>
      ))}
      <Select size="small" label={text('sortBy')} value={search.sorter ?? 'frist'} onChange={({ target: { value } }) => isSorting(value) && onChange({ ...search, sorter: value })}>
        {(Object.keys(sortings) as Sorting[]).map((sorting) => (
          <option key={sorting} value={sorting}>{text(`sort-${sorting}`)}</option>
        ))}
      </Select>
      <Button size="small" variant="tertiary" onClick={() => onChange(withoutFilters(search))}>{text('clearFilters')}</Button>
    </fieldset>
  );
}

/** The same pile, sorted as it was, with nothing left out. */
const withoutFilters = ({ liste, sorter, omvendt, panel }: WorklistSearch): WorklistSearch =>
  ({ ...(liste !== undefined && { liste }), ...(sorter !== undefined && { sorter }), ...(omvendt !== undefined && { omvendt }), ...(panel !== undefined && { panel }) });
