import { Tag } from '@navikt/ds-react';
import type { KeyboardEvent } from 'react';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import type { Waiting } from './queries.js';

/** The referrals; arrows go from one to the next. */
export function InboxList({ rows, chosen }: { readonly rows: readonly Waiting[]; readonly chosen: string | undefined }) {
  const text = useText();
  return (
    <ul className="app-cards" aria-label={text('title')} onKeyDown={moveByArrows}>
      {rows.map((row) => <li key={row.pathwayId}><Card row={row} chosen={row.pathwayId === chosen} /></li>)}
    </ul>
  );
}

function Card({ row, chosen }: { readonly row: Waiting; readonly chosen: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const { patient, receivedOn, referral } = row;
  return (
    <>
      <AppLink to="/henvisninger" search={{ henvisning: row.pathwayId }} {...(chosen && { 'aria-current': 'true' as const })}>
        {patient.name === null ? text('noName') : `${patient.name.family}, ${patient.name.given}`}
      </AppLink>
      <Clock row={row} />
      <span>{text('received', { on: dayShown(receivedOn, language) })}</span>
      {referral.missing.length > 0 && <span>{text('lacks', { count: referral.missing.reduce((sum, { anyOf }) => sum + anyOf.length, 0) })}</span>}
      {referral.supplementAskedOn !== null && <span>{text('supplementAsked', { on: dayShown(referral.supplementAskedOn, language) })}</span>}
    </>
  );
}

const colours = { broken: 'danger', 'at-risk': 'warning', warned: 'warning' } as const;

/** How many virkedager are left of the ten, as the server counts them. */
export function Clock({ row }: { readonly row: Waiting }) {
  const text = useText();
  const { frist } = row.referral;
  if (frist === null || frist.workingDaysLeft === null) return <span>{text('noFrist')}</span>;
  const { workingDaysLeft: left, status } = frist;
  const words = left > 0 ? text('daysLeft', { count: left }) : left === 0 ? text('lastDay') : text('daysOver', { count: -left });
  return <Tag size="small" variant="outline" data-color={colours[status as keyof typeof colours] ?? 'neutral'}>{words}</Tag>;
}

/** Up and down go to the referral before and after. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('li');
  const link = (event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling)?.querySelector('a');
  if (link == null) return;
  event.preventDefault();
  link.focus();
}
