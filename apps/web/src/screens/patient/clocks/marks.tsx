import type { Clock } from '../queries.js';
import { stretchesOf } from './lanes.js';
import { lineHeight, lineY, shownY, type Scale } from './scale.js';

interface Props {
  readonly clock: Clock;
  readonly scale: Scale;
  readonly today: string;
}

const middle = lineY + lineHeight / 2;

/** One clock: its line with start, warning, risk and last day, what became of it, times beside it, and when it was shown as broken. Each has a shape of its own, not only a colour. */
export function ClockMarks({ clock, scale, today }: Props) {
  const { x, dayWidth } = scale;
  const { startOn, dueOn, metOn, status } = clock;
  const after = (day: string): number => x(day) + dayWidth;
  return (
    <>
      {stretchesOf(clock, today).map(({ kind, from, to }) => (
        // What is late begins when the last day is over.
        <rect key={kind} className={`clock-${kind}`} x={kind === 'late' ? after(from) : x(from)} width={Math.max(after(to) - (kind === 'late' ? after(from) : x(from)), 2)} y={kind === 'calm' ? lineY + 3 : lineY} height={kind === 'calm' ? lineHeight - 6 : lineHeight} />
      ))}
      <circle className="clock-mark" cx={x(startOn) + 2} cy={middle} r={2.5} />
      {dueOn !== null && <line className="clock-due" x1={after(dueOn)} x2={after(dueOn)} y1={lineY - 5} y2={lineY + lineHeight + 5} />}
      {metOn !== null && <path className={status === 'met-late' ? 'clock-met-late' : 'clock-met'} d={`M ${after(metOn) - 5} ${middle} l 4 4 l 7 -9`} />}
      {(status === 'broken' || status === 'met-late') && dueOn !== null && <path className="clock-broken" d={`M ${after(dueOn) - 5} ${middle - 5} l 10 10 m 0 -10 l -10 10`} />}
      <Times clock={clock} scale={scale} />
      {clock.shown.filter((interval) => interval.status === 'broken').map(({ from, to, knownAt }) => (
        <rect key={`${from} ${knownAt}`} className="clock-shown-broken" x={x(from)} width={Math.max(after(to ?? today) - x(from), 3)} y={shownY} height={4} />
      ))}
    </>
  );
}

/** Times that were offered, and postponements: an arrow from the day that it was said to the day that was given. */
function Times({ clock, scale: { x, dayWidth } }: Omit<Props, 'today'>) {
  const at = (day: string): number => x(day) + dayWidth / 2;
  return clock.bookings.map(({ eventId, role, occurredOn, day }) => {
    const [from, to] = [at(occurredOn), at(day ?? occurredOn)];
    const shape = { offered: `M ${to - 4} ${lineY - 2} l 8 0 l -4 6 z`, postponed: `M ${to} ${lineY - 6} l 6 4 l -6 4 z`, missed: `M ${to - 4} ${lineY - 6} l 8 8 m 0 -8 l -8 8`, cancelled: `M ${to - 4} ${lineY - 2} l 8 0` }[role];
    return (
      <g key={`${eventId} ${role}`} className={`clock-${role}`}>
        {role === 'postponed' && <line x1={from} x2={to} y1={lineY - 2} y2={lineY - 2} strokeDasharray="4 3" />}
        <path d={shape} />
      </g>
    );
  });
}
