import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dayShown } from '../../shared/day.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { daysShown } from './one-row.js';
import { useText } from './messages.js';
import { mostPrinted, printQuery, type ListQuery, type Row } from './queries.js';

interface Props {
  readonly query: ListQuery;
  /** What the list is called. */
  readonly title: string;
  /** The day that it is as of; undefined until it is known. */
  readonly day: string | undefined;
  readonly nameOf: (person: string) => string | null;
  readonly onEnd: () => void;
}

/** The beginning of the list as a table for paper: it is read in full, then the browser is asked to print. */
export function Paper({ query, title, day, nameOf, onEnd }: Props) {
  const text = useText();
  const { language } = useLanguage();
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
      <p>{[title, ...(day === undefined ? [] : [dayShown(day, language)]), text('rows', { count: rows.length })].join(' · ')}</p>
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
      <td>{row.noNextStep ? text('findNextStep') : titles.deadline === null ? text('noTask') : inLanguage(titles.deadline, language)}</td>
      <td className="app-paper-due">
        {clock?.dueOn == null ? text('noDeadline') : dayShown(clock.dueOn, language)}
        {clock?.dueOn != null && <div>{daysShown(row.daysLeft, text)}</div>}
      </td>
      <td>{titles.next === null ? text('nobodysTurn') : inLanguage(titles.next, language)}</td>
      <td>{owner.person === null ? text('nobody') : (nameOf(owner.person) ?? text('someoneElse'))}</td>
      <td>{inLanguage(titles.step, language)}</td>
    </tr>
  );
}
