import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dayShown } from '../../shared/day.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { daysShown } from './one-row.js';
import { titleShown } from './names.js';
import { useText } from './messages.js';
import { mostPrinted, printQuery, type ListQuery, type Row } from './queries.js';

interface Props {
  readonly query: ListQuery;
  readonly nameOf: (person: string) => string | null;
  readonly onEnd: () => void;
}

/** The beginning of the list as a table for paper: it is read in full, then the browser is asked to print. */
export function Paper({ query, nameOf, onEnd }: Props) {
  const text = useText();
  const list = useQuery(printQuery(query));
  const isReady = list.data !== undefined;
  useEffect(() => {
    if (!isReady) return undefined;
    window.addEventListener('afterprint', onEnd);
    window.print();
    return () => window.removeEventListener('afterprint', onEnd);
  }, [isReady, onEnd]);
  if (list.isPending) return <Loading rows={1} />;
  if (list.isError) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const { rows, more } = list.data;
  return (
    <div className="app-paper">
      {more && <p>{text('paperMore', { count: mostPrinted })}</p>}
      <table>
        <thead>
          <tr>{(['who', 'what', 'due', 'turn', 'owner', 'step'] as const).map((name) => <th key={name} scope="col">{text(`col-${name}`)}</th>)}</tr>
        </thead>
        <tbody>{rows.map((row) => <Line key={`${row.pathwayId} ${row.clock?.key ?? ''}`} row={row} nameOf={nameOf} />)}</tbody>
      </table>
    </div>
  );
}

function Line({ row, nameOf }: { readonly row: Row; readonly nameOf: Props['nameOf'] }) {
  const text = useText();
  const { language } = useLanguage();
  const { patient: { name, birthDate }, titles, clock, owner } = row;
  return (
    <tr>
      <td>{[name === null ? text('noName') : `${name.family}, ${name.given}`, ...(birthDate === null ? [] : [text('born', { day: dayShown(birthDate, language) })])].join(', ')}</td>
      <td>{row.noNextStep ? text('findNextStep') : titles.deadline === null ? text('noTask') : titleShown(titles.deadline, language)}</td>
      <td>{clock?.dueOn == null ? text('noDeadline') : `${dayShown(clock.dueOn, language)} (${daysShown(row.daysLeft, text)})`}</td>
      <td>{titles.next === null ? text('nobodysTurn') : titleShown(titles.next, language)}</td>
      <td>{owner.person === null ? text('nobody') : (nameOf(owner.person) ?? text('someoneElse'))}</td>
      <td>{titleShown(titles.step, language)}</td>
    </tr>
  );
}
