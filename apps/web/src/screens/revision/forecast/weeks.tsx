import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { Figure, Legend, Plot } from '../charts/figure.js';
import { ticksTo } from '../charts/scale.js';
import { numberShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Week } from './queries.js';

/** Week by week how many break on average, and what nineteen of twenty simulated lives lie between. */
export function Weeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const text = useText();
  const { language } = useLanguage();
  const title = text('weekByWeek');
  const day = (date: string): string => dayShown(date, language);
  const worst = weeks.reduce((found, week) => (week.broken.mean > found.broken.mean ? week : found), weeks[0]!);
  const says = [worst.broken.mean === 0 ? text('noWeekBreaks') : text('worstWeek', { from: day(worst.from), mean: numberShown(worst.broken.mean, language), low: worst.broken.low, high: worst.broken.high })];
  const up = ticksTo(Math.max(...weeks.map(({ broken }) => Math.max(broken.high, broken.mean))));
  return (
    <Figure
      title={title} says={says}
      columns={[text('week'), { numbers: text('meanBroken') }, { numbers: text('low') }, { numbers: text('high') }, { numbers: text('visits') }]}
      rows={weeks.map(({ from, to, broken, visits }) => [`${day(from)} – ${day(to)}`, numberShown(broken.mean, language), broken.low, broken.high, numberShown(visits, language)])}
    >
      <Legend marks={[{ of: 'point', name: text('meanBroken') }, { of: 'centre', name: text('nineteenOfTwenty') }]} />
      <Plot
        title={title} description={says.join(' ')}
        x={{ name: text('weekFrom'), domain: [-0.5, weeks.length - 0.5], ticks: weeks.map(({ from }, at) => ({ at, name: day(from).replace(/ \d{4}$/, '') })) }}
        y={{ name: text('brokenFrister'), domain: [0, up.at(-1)!], ticks: up.map((at) => ({ at, name: String(at) })) }}
        draw={({ x, y }) => weeks.map(({ from, broken: { mean, low, high } }, n) => (
          <g key={from}>
            <path className="revision-centre" fill="none" d={`M${x(n)} ${y(low)}V${y(high)}M${x(n) - 7} ${y(low)}h14M${x(n) - 7} ${y(high)}h14`} />
            <circle className="revision-point" cx={x(n)} cy={y(mean)} r={5} />
          </g>
        ))}
      />
    </Figure>
  );
}
