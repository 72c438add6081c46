import { BodyShort, Heading, ReadMore, Table } from '@navikt/ds-react';
import { useId, type ReactNode } from 'react';
import { useOnPaper } from '../../../shared/paper.js';
import { useWidth } from '../../../shared/use-width.js';
import { WideTable, type Column } from '../../../shared/wide-table.js';
import { useText } from '../messages.js';
import './charts.css';
import { linear, type Scale } from './scale.js';

interface FigureProps {
  readonly title: string;
  /** What it shows, in sentences: whoever does not see the picture has these and the table. */
  readonly says: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** The picture, given what names and describes it. */
  readonly children: ReactNode;
}

/** A picture of numbers, with what it says in words, and the numbers themselves. */
export function Figure({ title, says, columns, rows, children }: FigureProps) {
  const text = useText();
  return (
    <section className="revision-figure app-whole" aria-label={title}>
      <Heading level="3" size="small">
        {title}
      </Heading>
      {says.map((sentence) => <BodyShort key={sentence}>{sentence}</BodyShort>)}
      {children}
      <ReadMore size="small" header={<>{text('showNumbers')}<span className="app-hidden">: {title}</span></>}>
        <WideTable label={text('numbersOf', { title })} columns={columns}>
          {rows.map((cells, row) => (
            <Table.Row key={row}>
              {cells.map((cell, n) => (n === 0 ? <Table.HeaderCell key={n} scope="row">{cell}</Table.HeaderCell> : <Table.DataCell key={n} align={typeof columns[n] === 'string' ? 'left' : 'right'}>{cell}</Table.DataCell>))}
            </Table.Row>
          ))}
        </WideTable>
      </ReadMore>
    </section>
  );
}

/** A line of the grid with its name. */
export interface Tick {
  readonly at: number;
  readonly name: string;
}

interface Axis {
  readonly name: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** What a picture is drawn by. */
export interface Drawn {
  readonly x: Scale;
  readonly y: Scale;
  /** The field between the axes. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PlotProps {
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Room below the axis, for what the picture itself writes there. */
  readonly below?: number;
  readonly draw: (drawn: Drawn) => ReactNode;
}

const height = 260;
const paperWidth = 680;
const margin = { left: 52, right: 16, top: 24, bottom: 44 };
/** Names on the lower axis that would stand on each other are left out. */
const nameWidth = 58;

/** Axes, a grid, and what is drawn in it, as wide as there is room. It is an image with a name and a description. */
export function Plot({ title, description, x: across, y: up, below = 0, draw }: PlotProps) {
  const id = useId();
  const onPaper = useOnPaper();
  const { ref, width: onScreen } = useWidth();
  const width = onPaper ? paperWidth : onScreen;
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
  const x = linear(across.domain, [left, right]);
  const y = linear(up.domain, [bottom, top]);
  const every = Math.max(1, Math.ceil((across.ticks.length * nameWidth) / Math.max(1, right - left)));
  return (
    <div ref={ref} className="revision-plot">
      {width > 0 && (
        <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width={width} height={height + below} viewBox={`0 0 ${width} ${height + below}`} focusable="false">
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-description`}>{description}</desc>
          <text className="revision-axis" x={0} y={12}>{up.name}</text>
          {up.ticks.map(({ at, name }) => (
            <g key={at}>
              <line className="revision-grid" x1={left} x2={right} y1={y(at)} y2={y(at)} />
              <text className="revision-tick" x={left - 6} y={y(at) + 4} textAnchor="end">{name}</text>
            </g>
          ))}
          {across.ticks.map(({ at, name }, n) => n % every === 0 && (
            <text key={at} className="revision-tick" x={x(at)} y={bottom + 16} textAnchor="middle">{name}</text>
          ))}
          <line className="revision-base" x1={left} x2={right} y1={bottom} y2={bottom} />
          <text className="revision-axis" x={right} y={bottom + 34} textAnchor="end">{across.name}</text>
          {draw({ x, y, left, right, top, bottom })}
        </svg>
      )}
    </div>
  );
}

/** What each mark of a picture stands for. */
export function Legend({ marks }: { readonly marks: readonly { readonly of: string; readonly name: string }[] }) {
  return (
    <ul className="revision-legend">
      {marks.map(({ of, name }) => (
        <li key={of}>
          <svg width={28} height={14} aria-hidden="true" focusable="false">
            <Mark of={of} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Mark({ of }: { readonly of: string }) {
  if (of === 'point') return <circle className="revision-point" cx={14} cy={7} r={4} />;
  if (of === 'signal') return <path className="revision-signal" d={diamond(14, 7, 6)} />;
  if (of === 'bar' || of === 'bar-waiting' || of === 'band') return <rect className={`revision-${of}`} x={4} y={1} width={20} height={12} />;
  return <line className={`revision-${of}`} x1={0} x2={28} y1={7} y2={7} />;
}

/** A square on its corner, so that a signal differs by its shape. */
export const diamond = (x: number, y: number, r: number): string => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
