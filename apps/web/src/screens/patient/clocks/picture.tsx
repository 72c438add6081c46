import { useEffect } from 'react';
import { dayShown } from '../../../shared/day.js';
import { useOnPaper } from '../../../shared/paper.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWidth } from '../../../shared/use-width.js';
import { useText } from '../messages.js';
import type { ClockPicture } from '../queries.js';
import type { Zoom } from '../search.js';
import { isSettled, lanesOf } from './lanes.js';
import { ClockMarks } from './marks.js';
import { rowHeight, top, type Scale } from './scale.js';

/** How many days fill the picture's width. */
const daysSeen: Readonly<Record<Exclude<Zoom, 'alt'>, number>> = { ar: 365, kvartal: 92 };
/** How wide the picture is on paper, in CSS pixels: what a sheet of A4 has between its margins. */
const paperWidth = 680;
/** Months that would stand on each other are not named. */
const nameWidth = 64;

interface Props {
  readonly picture: ClockPicture;
  readonly zoom: Zoom;
  /** Those that are settled too. */
  readonly all: boolean;
}

/**
 * All clocks side by side: each with its line from start to last day, today as a line through all of them. It is for the eye alone; the table beneath
 * says the same in words. On paper, where nothing scrolls, it is cut to what is seen at once.
 */
export function Picture({ picture, zoom, all }: Props) {
  const text = useText();
  const onPaper = useOnPaper();
  const { ref, width: onScreen } = useWidth();
  const width = onPaper ? paperWidth : onScreen;
  const { axis, asOf, clocks } = picture;
  const lanes = lanesOf(all ? clocks : clocks.filter((clock) => !isSettled(clock)));
  const dayWidth = width / (zoom === 'alt' ? axis.length : Math.min(daysSeen[zoom], axis.length));
  const scale: Scale = { x: (day) => (axis.at[day] ?? 0) * dayWidth, dayWidth };
  const today = scale.x(asOf) + dayWidth / 2;
  useEffect(() => {
    // Today is a third into the picture: most of what is looked for lies ahead.
    if (ref.current !== null) ref.current.scrollLeft = today - ref.current.clientWidth / 3;
  }, [ref, today]);
  const height = top + lanes.length * rowHeight;
  const whole = dayWidth * axis.length;
  const left = onPaper ? Math.max(0, Math.min(today - width / 3, whole - width)) : 0;
  const wide = onPaper ? width : whole;
  return (
    <div className="clock-picture" ref={ref} role="region" aria-label={text('picture')} tabIndex={0}>
      {width > 0 && (
        <div className="clock-sheet" aria-hidden="true" style={{ width: wide }}>
          <svg width={wide} height={height} viewBox={`${left} 0 ${wide} ${height}`} focusable="false">
            <Months picture={picture} scale={scale} height={height} />
            {lanes.map(({ rule, title, clocks: inLane }, row) => (
              <g key={rule} transform={`translate(0 ${top + row * rowHeight})`}>
                <line className="clock-rule" x1={0} x2={whole} y1={rowHeight - 0.5} y2={rowHeight - 0.5} />
                {onPaper && <text x={left + 4} y={13}>{title}</text>}
                {/* The earlier on top: its end is where the next one begins. */}
                {inLane.toReversed().map((clock) => <ClockMarks key={clock.key} clock={clock} scale={scale} today={asOf} />)}
              </g>
            ))}
            <line className="clock-today" x1={today} x2={today} y1={top - 16} y2={height} />
            <text className="clock-today-name" x={Math.min(today + 4, whole - 44)} y={top - 6}>{text('today')}</text>
          </svg>
          {!onPaper && lanes.map(({ rule, title }, row) => (
            <div key={rule} className="clock-name" style={{ top: top + row * rowHeight }}>
              <span>{title}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Months({ picture: { axis }, scale, height }: { readonly picture: ClockPicture; readonly scale: Scale; readonly height: number }) {
  const { language } = useLanguage();
  const every = Math.ceil(nameWidth / (scale.dayWidth * 30));
  return axis.months.map((month, n) => (
    <g key={month}>
      <line className={n % every === 0 ? 'clock-month' : 'clock-rule'} x1={scale.x(month)} x2={scale.x(month)} y1={n % every === 0 ? 0 : top - 8} y2={height} />
      {n % every === 0 && <text className="clock-month-name" x={scale.x(month) + 4} y={12}>{monthShown(month, language)}</text>}
    </g>
  ));
}

/** `mars 2026`: the day of the month is left out of the day as it is shown. */
const monthShown = (month: string, language: 'nb' | 'en'): string => dayShown(month, language).replace(/^\d+\.?\s*/, '');
