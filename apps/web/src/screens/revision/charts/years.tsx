import { useLanguage } from '../../../shared/texts.js';
import { numberShown, percentShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Detail } from '../queries.js';
import { percentTick } from './control-chart.js';
import { Figure, Legend, Plot } from './figure.js';
import { lowestShare, shareTicks } from './scale.js';

/** Each year beside the others, with how certain its share is. */
export function Years({ years }: { readonly years: Detail['years'] }) {
  const text = useText();
  const { language } = useLanguage();
  const title = text('years');
  const percent = (share: number | undefined): string => percentShown(share, language);
  const judged = years.filter(({ compliance }) => compliance !== null);
  const said = judged.map(({ year, compliance }) => text('yearSaid', { year, share: percent(compliance?.rate) }));
  const says = [judged.length === 0 ? text('noneJudged') : said.join('; ')];
  const lowest = lowestShare(judged.map(({ compliance }) => compliance!.low));
  return (
    <Figure
      title={title} says={says}
      columns={[text('year'), { numbers: text('column-startet') }, { numbers: text('column-mott') }, { numbers: text('judged') }, { numbers: text('share') }, { numbers: text('uncertainty') }, { numbers: text('waiting-ended-median') }]}
      rows={years.map(({ year, started, met, judged: of, compliance, waited }) => [year, started, met, of, percent(compliance?.rate), compliance === null ? '–' : `${percent(compliance.low)} – ${percent(compliance.high)}`, numberShown(waited.median, language)])}
    >
      {judged.length > 0 && (
        <>
          <Legend marks={[{ of: 'point', name: text('share') }, { of: 'centre', name: text('uncertainty') }]} />
          <Plot
            title={title} description={says.join(' ')}
            x={{ name: text('year'), domain: [-0.5, judged.length - 0.5], ticks: judged.map(({ year }, at) => ({ at, name: year })) }}
            y={{ name: text('share'), domain: [lowest, 1], ticks: shareTicks(lowest).map((at) => ({ at, name: percentTick(at) })) }}
            draw={({ x, y }) => judged.map(({ year, compliance }, n) => (
              <g key={year}>
                <path className="revision-centre" d={`M${x(n)} ${y(compliance!.low)}V${y(compliance!.high)}M${x(n) - 7} ${y(compliance!.low)}h14M${x(n) - 7} ${y(compliance!.high)}h14`} />
                <circle className="revision-point" cx={x(n)} cy={y(compliance!.rate)} r={6} />
              </g>
            ))}
          />
        </>
      )}
    </Figure>
  );
}
