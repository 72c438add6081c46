import { dayShown } from '../../shared/day.js';
import { useLanguage } from '../../shared/texts.js';
import { barHeight } from './choices.js';
import './chart.css';
import { useText } from './messages.js';
import type { Week } from './queries.js';

/** For each week how many frister have a time and how many have none, beside the free places. The table beside it says the same in words. */
export function Chart({ weeks }: { readonly weeks: readonly Week[] }) {
  const text = useText();
  const { language } = useLanguage();
  const highest = Math.max(1, ...weeks.flatMap(({ due, capacity }) => [due, capacity?.freePlaces ?? 0]));
  return (
    <div className="capacity-chart" aria-hidden>
      <ul className="capacity-legend">
        <li className="capacity-booked">{text('booked')}</li>
        <li className="capacity-missing">{text('notBooked')}</li>
        <li className="capacity-free">{text('freePlaces')}</li>
      </ul>
      <div className="capacity-bars">
        {weeks.map(({ from, booked, notBooked, capacity }) => (
          <div key={from} className="capacity-week">
            <div className="capacity-pair">
              <div className="capacity-stack">
                <Bar of="missing" value={notBooked} highest={highest} />
                <Bar of="booked" value={booked} highest={highest} />
              </div>
              <div className="capacity-stack">
                <Bar of={capacity?.stale === true ? 'free capacity-stale' : 'free'} value={capacity?.freePlaces ?? 0} highest={highest} />
              </div>
            </div>
            <span>{dayShown(from, language).replace(/ \d{4}$/, '')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function Bar({ of, value, highest }: { readonly of: string; readonly value: number; readonly highest: number }) {
  if (value === 0) return null;
  return (
    <div className={`capacity-bar capacity-${of}`} style={{ height: `${barHeight(value, highest)}%` }}>
      <span>{value}</span>
    </div>
  );
}
