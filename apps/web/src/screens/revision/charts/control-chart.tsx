import { dayShown } from '../../../shared/day.js';
import { useLanguage, type Language } from '../../../shared/texts.js';
import { numberShown, percentShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Chart } from '../queries.js';
import { diamond, Figure, Legend, Plot, type Drawn } from './figure.js';
import { lowestShare, shareTicks, ticksTo } from './scale.js';

interface Props {
  readonly title: string;
  /** Null with fewer than three months. */
  readonly chart: Chart | null;
}

/** `mars 2026`: a month as people read it. */
export const monthShown = (month: string, language: Language): string => dayShown(`${month}-01`, language).replace(/^\d+\.?\s*/, '');

/** Month by month with the limits of chance: what lies outside, or keeps to one side, is more than noise, and is said in words. */
export function ControlChart({ title, chart }: Props) {
  const text = useText();
  const { language } = useLanguage();
  if (chart === null) return <Figure title={title} says={[text('tooFewMonths')]} columns={[]} rows={[]}>{null}</Figure>;
  const { kind, centre, points } = chart;
  const shown = (value: number): string => (kind === 'p' ? percentShown(value, language) : numberShown(value, language));
  const signals = points.filter((point) => point.signals.length > 0);
  const signalsSaid = (point: Chart['points'][number]): string => point.signals.map((signal) => text(`signal-${signal}`)).join(', ');
  const says = [
    text('chartCentre', { centre: shown(centre), count: points.length }),
    signals.length === 0 ? text('noSignals') : text('signals', { list: signals.map((point) => `${monthShown(point.period, language)} (${shown(point.value)}): ${signalsSaid(point)}`).join('; ') }),
  ];
  const lowest = kind === 'p' ? lowestShare(points.flatMap(({ value, low }) => [value, low])) : 0;
  const up = kind === 'p' ? shareTicks(lowest) : ticksTo(Math.max(...points.flatMap(({ value, high }) => [value, high])));
  return (
    <Figure
      title={title} says={says}
      columns={[text('month'), { numbers: text(kind === 'p' ? 'share' : 'meanDays') }, { numbers: text('count') }, { numbers: text('lowLimit') }, { numbers: text('highLimit') }, text('signal')]}
      rows={points.map((point) => [monthShown(point.period, language), shown(point.value), point.n, shown(Math.max(0, point.low)), shown(point.high), point.signals.length === 0 ? '–' : signalsSaid(point)])}
    >
      <Legend marks={[{ of: 'point', name: text('month') }, { of: 'signal', name: text('signalMark') }, { of: 'centre', name: text('centre') }, { of: 'limit', name: text('limits') }]} />
      <Plot
        title={title} description={says.join(' ')}
        x={{ name: text('month'), domain: [-0.5, points.length - 0.5], ticks: points.map(({ period }, at) => ({ at, name: monthShown(period, language) })) }}
        y={{ name: text(kind === 'p' ? 'share' : 'meanDays'), domain: [lowest, up.at(-1)!], ticks: up.map((at) => ({ at, name: kind === 'p' ? percentTick(at) : String(at) })) }}
        draw={(drawn) => <Months chart={chart} drawn={drawn} lowest={lowest} />}
      />
    </Figure>
  );
}

/** A share on an axis: `80 %`. */
export const percentTick = (share: number): string => `${Math.round(share * 100)} %`;

function Months({ chart: { centre, points }, drawn: { x, y, left, right }, lowest }: { readonly chart: Chart; readonly drawn: Drawn; readonly lowest: number }) {
  const limit = (of: 'low' | 'high'): string => points.map((point, n) => `M${x(n - 0.5)} ${y(Math.max(lowest, point[of]))}H${x(n + 0.5)}`).join('');
  return (
    <>
      <line className="revision-centre" x1={left} x2={right} y1={y(centre)} y2={y(centre)} />
      <path className="revision-limit" d={limit('low')} />
      <path className="revision-limit" d={limit('high')} />
      <path className="revision-line" d={points.map(({ value }, n) => `${n === 0 ? 'M' : 'L'}${x(n)} ${y(value)}`).join('')} />
      {points.map(({ period, value, signals }, n) => (signals.length > 0 ? <path key={period} className="revision-signal" d={diamond(x(n), y(value), 8)} /> : <circle key={period} className="revision-point" cx={x(n)} cy={y(value)} r={4.5} />))}
    </>
  );
}
