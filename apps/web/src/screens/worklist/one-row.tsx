import { memo } from 'react';
import { dayShown } from '../../shared/day.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import type { Row } from './queries.js';

/** What can be done with a row. The same value from render to render. */
export interface RowActions {
  readonly select: (row: Row) => void;
  /** Where the patient's page is, and what goes there, or gets it ready. */
  readonly addressOf: (row: Row) => string;
  readonly open: (row: Row) => void;
  readonly preload: (row: Row) => void;
  /** Null where whoever looks may not give patients to somebody. */
  readonly assign: ((row: Row) => void) | null;
  readonly canSelect: boolean;
  /** What somebody who has a role for the patient is called; null where we do not know the name. */
  readonly nameOf: (person: string) => string | null;
}

const colours = { broken: 'danger', 'at-risk': 'warning', warned: 'warning' } as const;
/** The piles that say why a row is here, beside the one clock that it is listed for. */
const reasons = ['noNextStep', 'findings', 'quarantine', 'waitingForOthers'] as const;

/**
 * One patient: who, what must be done and why, by when, whose turn it is and who follows up. Plain elements in Aksel's clothes: as its
 * components a row took three times as long, and some twenty of them come into sight in one frame when the list is scrolled fast.
 */
export const OneRow = memo(function OneRow({ row, isSelected, actions }: { readonly row: Row; readonly isSelected: boolean; readonly actions: RowActions }) {
  const text = useText();
  const { language } = useLanguage();
  const { patient, clock, titles, buckets } = row;
  const name = patient.name === null ? text('noName') : `${patient.name.family}, ${patient.name.given}`;
  const why = reasons.filter((reason) => buckets.includes(reason));
  return (
    <>
      <div role="cell" className="app-cell-select">
        {actions.canSelect && (
          <input type="checkbox" className="app-row-select" aria-label={text('selectOne', { name })} checked={isSelected} onChange={() => actions.select(row)} />
        )}
      </div>
      <div role="cell" className="app-cell-who">
        <a className="aksel-link" href={actions.addressOf(row)}>
          {name}
        </a>
        <small>{[patient.birthDate === null ? null : text('born', { day: dayShown(patient.birthDate, language) }), titles.variant === null ? null : inLanguage(titles.variant, language)].filter((one) => one !== null).join(' · ')}</small>
      </div>
      <div role="cell" className="app-cell-what">
        <span>{row.noNextStep ? text('findNextStep') : titles.deadline === null ? text('noTask') : inLanguage(titles.deadline, language)}</span>
        {why.length > 0 && <small>{why.map((reason) => text(`why-${reason}`)).join(' · ')}</small>}
      </div>
      <div role="cell" className="app-cell-due">
        {clock?.dueOn == null ? (
          <span>{text('noDeadline')}</span>
        ) : (
          <>
            <span className="aksel-tag aksel-tag--small aksel-body-short aksel-body-short--small" data-variant={clock.status === 'broken' ? 'strong' : 'moderate'} data-color={colours[clock.status as keyof typeof colours] ?? 'neutral'}>
              {daysShown(row.daysLeft, text)}
            </span>
            <small>{`${dayShown(clock.dueOn, language)} · ${text(`status-${clock.status}`)}`}</small>
          </>
        )}
      </div>
      <div role="cell" className="app-cell-turn">
        <b className="app-cell-label">{text('col-turn')}</b>
        <span>{titles.next === null ? text('nobodysTurn') : inLanguage(titles.next, language)}</span>
        {row.next?.person != null && <small>{actions.nameOf(row.next.person) ?? text('someoneElse')}</small>}
      </div>
      <div role="cell" className="app-cell-owner">
        <b className="app-cell-label">{text('col-owner')}</b>
        <Owner row={row} name={name} actions={actions} />
      </div>
      <div role="cell" className="app-cell-step">
        <b className="app-cell-label">{text('col-step')}</b>
        <span>{inLanguage(titles.step, language)}</span>
        <small>{text('since', { day: dayShown(row.stepSince, language) })}</small>
      </div>
      <div role="cell" className="app-cell-day">
        <b className="app-cell-label">{text('col-received')}</b>
        <span>{dayShown(row.receivedOn, language)}</span>
      </div>
      <div role="cell" className="app-cell-day">
        <b className="app-cell-label">{text('col-contact')}</b>
        <span>{row.lastContactOn === null ? text('noContact') : dayShown(row.lastContactOn, language)}</span>
      </div>
    </>
  );
});

function Owner({ row, name, actions }: { readonly row: Row; readonly name: string; readonly actions: RowActions }) {
  const text = useText();
  const { person } = row.owner;
  const shown = person === null ? text('nobody') : (actions.nameOf(person) ?? text('someoneElse'));
  const { assign } = actions;
  if (assign === null) return <span>{shown}</span>;
  return (
    <button type="button" className="app-row-owner" onClick={() => assign(row)} aria-label={text('assignOne', { name, owner: shown })}>
      {shown}
    </button>
  );
}

/** While the row's page is being read. */
export function WaitingRow() {
  const text = useText();
  return (
    <div role="cell" className="app-cell-waiting">
      {text('reading')}
    </div>
  );
}

/** The days that the API counted, in words. */
export function daysShown(daysLeft: Row['daysLeft'], text: ReturnType<typeof useText>): string {
  if (daysLeft === null) return text('noDeadline');
  if (daysLeft === 0) return text('dueToday');
  return daysLeft < 0 ? text('daysOver', { count: -daysLeft }) : text('daysLeft', { count: daysLeft });
}
