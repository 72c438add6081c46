import { useLanguage } from '../../../shared/texts.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Detail } from '../queries.js';
import { percentTick } from './control-chart.js';
import { Figure, Legend, Plot, type Drawn } from './figure.js';
import { apart, shareTicks, steps, ticksTo } from './scale.js';

type Points = Detail['survival']['points'];

/** How many still wait after so many days, those who still do counted for as long as they were seen (Kaplan–Meier). */
export function Survival({ survival: { points, medianDays } }: { readonly survival: Detail['survival'] }) {
  const text = useText();
  const { language } = useLanguage();
  const title = text('survival');
  const percent = (share: number): string => percentShown(share, language);
  const says = points.length === 0 ? [text('nobodyDone')] : [medianDays === null ? text('noMedian') : text('medianDays', { count: medianDays }), text('survivalText')];
  const ticks = ticksTo(points.at(-1)?.day ?? 0, 8);
  return (
    <Figure
      title={title} says={says}
      columns={[{ numbers: text('column-days') }, { numbers: text('stillWait') }, { numbers: text('lowLimit') }, { numbers: text('highLimit') }, { numbers: text('atRiskNumber') }]}
      rows={points.map(({ day, waiting, low, high, atRisk }) => [day, percent(waiting), percent(low), percent(high), atRisk])}
    >
      {points.length > 0 && (
        <>
          <Legend marks={[{ of: 'line', name: text('stillWait') }, { of: 'band', name: text('band') }]} />
          <Plot
            title={title} description={says.join(' ')} below={34}
            x={{ name: text('daysSinceStart'), domain: [0, ticks.at(-1)!], ticks: ticks.map((at) => ({ at, name: String(at) })) }}
            y={{ name: text('stillWait'), domain: [0, 1], ticks: shareTicks(0).map((at) => ({ at, name: percentTick(at) })) }}
            draw={(drawn) => <Curve points={points} drawn={drawn} below={text('atRiskNumber')} />}
          />
        </>
      )}
    </Figure>
  );
}

/** The curve with its band, and below it how many were still seen on some of the days. */
function Curve({ points, drawn: { x, y, left, bottom }, below }: { readonly points: Points; readonly drawn: Drawn; readonly below: string }) {
  const line = (of: 'waiting' | 'low' | 'high') => [[x(0), y(1)] as const, ...points.map((point) => [x(point.day), y(point[of])] as const)];
  return (
    <>
      <path className="revision-band" d={`${steps(line('high'))}${lowerEdge(line('low'))}Z`} />
      <path className="revision-line" d={steps(line('waiting'))} />
      <text className="revision-axis" x={left} y={bottom + 54}>{below}</text>
      {apart(points, ({ day }) => x(day), 44).map(({ day, atRisk }) => <text key={day} className="revision-tick" x={x(day)} y={bottom + 72} textAnchor="middle">{atRisk}</text>)}
    </>
  );
}

/** The band's lower edge, walked back from the last day to the first: level until the day before, then up. */
function lowerEdge(points: readonly (readonly [number, number])[]): string {
  return points.toReversed().map(([px, py], n) => (n === 0 ? `L${px} ${py}` : `V${py}H${px}`)).join('');
}
