import { Heading, Tag } from '@navikt/ds-react';
import { AppLink } from '../../shared/link.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { arcsOf, drawn, waysOf, type Arc } from './layout.js';
import { useText } from './messages.js';
import type { PathwayMap, Step } from './queries.js';
import { mapRoute } from './route.js';

/** Height of a step and the space after it, in CSS pixels; `map.css` has the same. */
const rowHeight = 120;
/** Width between two lanes, and the space nearest the steps. */
const laneWidth = 12;
const margin = 8;

/** The steps as the definition orders them, and the ways between them as arcs: on to the right, back to the left. */
export function Diagram({ map }: { readonly map: PathwayMap }) {
  const text = useText();
  const { steg } = mapRoute.useSearch();
  const ways = waysOf(map.transitions);
  const arcs = arcsOf(map.steps, drawn(map.steps, ways, steg));
  return (
    <section aria-labelledby="steps">
      <Heading level="2" size="medium" id="steps" spacing>
        {text('steps')}
      </Heading>
      <p>{text(steg === undefined ? 'stepsText' : 'stepsChosen')}</p>
      <div className="map-diagram">
        <Arcs arcs={arcs.filter(({ forward }) => !forward)} rows={map.steps.length} forward={false} />
        <ol className="map-steps">
          {map.steps.map((step) => (
            <StepBox key={step.id} step={step} isChosen={step.id === steg} />
          ))}
        </ol>
        <Arcs arcs={arcs.filter(({ forward }) => forward)} rows={map.steps.length} forward />
      </div>
    </section>
  );
}

function StepBox({ step: { id, title, owner, terminal, patients, overdue, medianDays }, isChosen }: { readonly step: Step; readonly isChosen: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const { steg: _steg, regel: _regel, ...rest } = mapRoute.useSearch();
  return (
    <li className={isChosen ? 'map-step map-chosen' : 'map-step'}>
      <AppLink id={`step-${id}`} to="/forlopskart" search={{ ...rest, steg: id }} resetScroll={false} aria-current={isChosen ? 'true' : undefined}>
        {inLanguage(title, language)}
      </AppLink>
      <span>{owner === null ? text(terminal ? 'over' : 'nobody') : text('waitsFor', { role: owner.title })}</span>
      <span>
        {patients === null ? text('fewPatients') : text('patients', { count: patients })}
        {medianDays !== null && patients !== 0 && patients !== 1 && ` ${text('median', { days: medianDays })}`}{' '}
        {overdue !== null && overdue > 0 && (
          <Tag size="xsmall" variant="outline" data-color="danger">
            {text('overdue', { count: overdue })}
          </Tag>
        )}
      </span>
    </li>
  );
}

/** Arcs on one side of the steps. The panel of a step tells the same ways in words, so nobody needs the picture. */
function Arcs({ arcs, rows, forward }: { readonly arcs: readonly Arc[]; readonly rows: number; readonly forward: boolean }) {
  const width = margin * 2 + laneWidth * Math.max(0, ...arcs.map(({ lane }) => lane));
  const near = forward ? 0 : width;
  const middle = (row: number, shift: number) => row * rowHeight + rowHeight / 2 - 8 + shift;
  return (
    <svg className="map-arcs" width={width} height={rows * rowHeight} aria-hidden focusable="false">
      {arcs.map(({ key, from, to, lane }) => {
        const far = forward ? lane * laneWidth + margin : width - lane * laneWidth - margin;
        const [start, end] = [middle(from, forward ? 10 : -10), middle(to, forward ? -10 : 10)];
        const tip = forward ? 6 : -6;
        return (
          <g key={key}>
            <path d={`M ${near} ${start} H ${far} V ${end} H ${near + tip}`} className="map-way" />
            <path d={`M ${near} ${end} l ${tip} -5 v 10 z`} className="map-tip" />
          </g>
        );
      })}
    </svg>
  );
}
