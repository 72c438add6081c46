import { useText } from '../messages.js';

const shapes = {
  calm: <rect className="clock-calm" x={1} y={6} width={22} height={4} />,
  warned: <rect className="clock-warned" x={1} y={3} width={22} height={10} />,
  'at-risk': <rect className="clock-at-risk" x={1} y={3} width={22} height={10} />,
  late: <rect className="clock-late" x={1} y={3} width={22} height={10} />,
  due: <line className="clock-due" x1={12} x2={12} y1={0} y2={16} />,
  met: <path className="clock-met" d="M 6 8 l 4 4 l 7 -9" />,
  broken: <path className="clock-broken" d="M 7 3 l 10 10 m 0 -10 l -10 10" />,
  offered: <g className="clock-offered"><path d="M 8 5 l 8 0 l -4 6 z" /></g>,
  postponed: <g className="clock-postponed"><line x1={1} x2={17} y1={8} y2={8} strokeDasharray="4 3" /><path d="M 16 4 l 6 4 l -6 4 z" /></g>,
  'shown-broken': <rect className="clock-shown-broken" x={1} y={6} width={22} height={4} />,
} as const;

/** What each shape of the picture means. */
export function Legend() {
  const text = useText();
  return (
    <ul className="clock-legend">
      {(Object.keys(shapes) as (keyof typeof shapes)[]).map((name) => (
        <li key={name}>
          <svg width={24} height={16} aria-hidden="true" focusable="false">{shapes[name]}</svg>
          {text(`legend-${name}`)}
        </li>
      ))}
    </ul>
  );
}
