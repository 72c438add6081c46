import { Button, Table } from '@navikt/ds-react';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { registeredOf, type Unit } from '../units.js';
import { Counts, countColumns, HiddenCounts } from './counts.js';

/** The organisations with their counts; those below one are shown or folded away with it. */
export function UnitTable({ units }: { readonly units: readonly Unit[] }) {
  const text = useText();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (id: string): void => setFolded((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const hasBoth = units.some(({ line }) => line.qualityAssured != null);
  const rowsOf = (all: readonly Unit[], depth: number): readonly ReactNode[] =>
    all.flatMap((unit) => [
      <OneUnit key={unit.id} unit={unit} depth={depth} isFolded={folded.has(unit.id)} fold={() => fold(unit.id)} />,
      ...(folded.has(unit.id) ? [] : rowsOf(unit.below, depth + 1)),
    ]);
  return (
    <WideTable label={text('perUnit')} columns={[text('unit'), ...countColumns.map((column) => ({ numbers: text(`column-${column}`) })), { numbers: text('registered') }, ...(hasBoth ? [{ numbers: text('assured') }] : [])]}>
      {rowsOf(units, 0)}
    </WideTable>
  );
}

interface Props {
  readonly unit: Unit;
  readonly depth: number;
  readonly isFolded: boolean;
  readonly fold: () => void;
}

function OneUnit({ unit: { id, name, line, below }, depth, isFolded, fold }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const numbers = registeredOf(line);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <span className="revision-unit" style={{ paddingLeft: `${depth * 1.25}rem` }}>
          {name}
          {below.length > 0 && (
            <Button size="xsmall" variant="tertiary" aria-expanded={!isFolded} aria-label={text(isFolded ? 'unfold' : 'fold', { name })} onClick={fold}>
              {isFolded ? '+' : '−'}
            </Button>
          )}
        </span>
      </Table.HeaderCell>
      {numbers === null ? <HiddenCounts also={1} /> : (
        <>
          <Counts numbers={numbers} name={name} at={id} />
          <Table.DataCell align="right">{percentShown(numbers.compliance?.rate, language)}</Table.DataCell>
          {line.qualityAssured != null && <Table.DataCell align="right">{percentShown(line.qualityAssured.compliance?.rate, language)}</Table.DataCell>}
        </>
      )}
    </Table.Row>
  );
}
