import { useLanguage } from '../../../shared/texts.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Funnel as Units } from '../queries.js';
import { useOrganisations } from '../use-question.js';
import { percentTick } from './control-chart.js';
import { diamond, Figure, Legend, Plot, type Drawn } from './figure.js';
import { lowestShare, shareTicks, ticksTo } from './scale.js';

/**
 * Units of one kind by how many frister they have and how many they kept. Each has the limits of its own size, so that a small one is not called bad
 * by chance: a curve between two counts would say more than is computed.
 */
export function Funnel({ funnel: { among, target, points } }: { readonly funnel: Units }) {
  const text = useText();
  const { language } = useLanguage();
  const organisations = useOrganisations();
  const nameOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? id;
  const percent = (share: number): string => percentShown(share, language);
  const title = text('funnel', { among: text(`among-${among}` as 'among-unit') });
  const outside = points.filter(({ verdict }) => verdict !== 'within');
  const says = [
    text('funnelTarget', { share: percent(target), count: points.length }),
    outside.length === 0 ? text('allWithin') : text('outside', { list: outside.map(({ unit, rate, verdict }) => `${nameOf(unit)} (${percent(rate)}): ${text(`verdict-${verdict}`)}`).join('; ') }),
  ];
  const lowest = lowestShare(points.flatMap(({ rate, low998 }) => [rate, low998]));
  const ticks = ticksTo(Math.max(...points.map(({ n }) => n)), 6);
  return (
    <Figure
      title={title} says={says}
      columns={[text('unit'), { numbers: text('count') }, { numbers: text('share') }, { numbers: text('limits95') }, { numbers: text('limits998') }, text('verdict')]}
      rows={points.map(({ unit, n, rate, low95, high95, low998, high998, verdict }) => [nameOf(unit), n, percent(rate), `${percent(low95)} – ${percent(high95)}`, `${percent(low998)} – ${percent(high998)}`, text(`verdict-${verdict}`)])}
    >
      <Legend marks={[{ of: 'point', name: text('unitMark') }, { of: 'signal', name: text('outsideMark') }, { of: 'centre', name: text('allTogether') }, { of: 'inner', name: text('limits95') }, { of: 'outer', name: text('limits998') }]} />
      <Plot
        title={title} description={says.join(' ')}
        x={{ name: text('judgedFrister'), domain: [0, ticks.at(-1)! * 1.04], ticks: ticks.map((at) => ({ at, name: String(at) })) }}
        y={{ name: text('share'), domain: [lowest, 1], ticks: shareTicks(lowest).map((at) => ({ at, name: percentTick(at) })) }}
        draw={(drawn) => <Points points={points} target={target} lowest={lowest} drawn={drawn} nameOf={nameOf} />}
      />
    </Figure>
  );
}

/** More than this many names would stand on each other: then only those outside the limits are named. */
const mostNamed = 6;

interface PointsProps {
  readonly points: Units['points'];
  readonly target: number;
  readonly lowest: number;
  readonly drawn: Drawn;
  readonly nameOf: (id: string) => string;
}

function Points({ points, target, lowest, drawn: { x, y, left, right }, nameOf }: PointsProps) {
  const isNamed = (verdict: string): boolean => points.length <= mostNamed || verdict !== 'within';
  const middle = (left + right) / 2;
  return (
    <>
      <line className="revision-centre" x1={left} x2={right} y1={y(target)} y2={y(target)} />
      {points.map(({ unit, n, rate, low95, high95, low998, high998, verdict }) => (
        <g key={unit}>
          <line className="revision-outer" x1={x(n)} x2={x(n)} y1={y(Math.max(lowest, low998))} y2={y(high998)} />
          <line className="revision-inner" x1={x(n)} x2={x(n)} y1={y(low95)} y2={y(high95)} />
          {verdict === 'within' ? <circle className="revision-point" cx={x(n)} cy={y(rate)} r={5} /> : <path className="revision-signal" d={diamond(x(n), y(rate), 8)} />}
          {isNamed(verdict) && <text className="revision-tick" x={x(n) + (x(n) > middle ? -10 : 10)} y={y(rate) + 4} textAnchor={x(n) > middle ? 'end' : 'start'}>{short(nameOf(unit))}</text>}
        </g>
      ))}
    </>
  );
}

/** A department by its own name: the hospital stands before the comma. */
const short = (name: string): string => name.split(', ').at(-1)!;
