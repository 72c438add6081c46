import { useText } from '../messages.js';
import type { Detail } from '../queries.js';
import { Figure, Legend, Plot } from './figure.js';
import { ticksTo } from './scale.js';

/** How many waited so many whole weeks, and how many have waited so far. */
export function Distribution({ detail: { waitedWeeks, stillWaitingWeeks } }: { readonly detail: Pick<Detail, 'waitedWeeks' | 'stillWaitingWeeks'> }) {
  const text = useText();
  const title = text('distribution');
  const weeks = [...new Set([...waitedWeeks, ...stillWaitingWeeks].map(({ week }) => week))].sort((a, b) => a - b);
  const count = (of: Detail['waitedWeeks'], week: number): number => of.find((one) => one.week === week)?.n ?? 0;
  const last = weeks.at(-1) ?? 0;
  const both = weeks.map((week) => ({ week, done: count(waitedWeeks, week), waiting: count(stillWaitingWeeks, week) }));
  const most = both.reduce((found, one) => (one.done > found.done ? one : found), { week: 0, done: 0, waiting: 0 });
  const says = [weeks.length === 0 ? text('nobodyDone') : most.done === 0 ? text('onlyWaiting') : text('mostWaited', { from: most.week * 7, to: most.week * 7 + 6, count: most.done })];
  const up = ticksTo(Math.max(1, ...both.map(({ done, waiting }) => done + waiting)));
  const ticks = ticksTo(last + 1, 8).filter((at) => at <= last + 1);
  return (
    <Figure title={title} says={says} columns={[text('wholeWeeks'), { numbers: text('done') }, { numbers: text('waiting-still-n') }]} rows={both.map(({ week, done, waiting }) => [week, done, waiting])}>
      {weeks.length > 0 && (
        <>
          <Legend marks={[{ of: 'bar', name: text('done') }, { of: 'bar-waiting', name: text('waiting-still-n') }]} />
          <Plot
            title={title} description={says.join(' ')}
            x={{ name: text('wholeWeeks'), domain: [0, last + 1], ticks: ticks.map((at) => ({ at, name: String(at) })) }}
            y={{ name: text('count'), domain: [0, up.at(-1)!], ticks: up.map((at) => ({ at, name: String(at) })) }}
            draw={({ x, y, bottom }) => both.map(({ week, done, waiting }) => {
              const wide = Math.max(1, x(week + 1) - x(week) - 2);
              return (
                <g key={week}>
                  {done > 0 && <rect className="revision-bar" x={x(week) + 1} width={wide} y={y(done)} height={bottom - y(done)} />}
                  {waiting > 0 && <rect className="revision-bar-waiting" x={x(week) + 1} width={wide} y={y(done + waiting)} height={y(done) - y(done + waiting)} />}
                </g>
              );
            })}
          />
        </>
      )}
    </Figure>
  );
}
