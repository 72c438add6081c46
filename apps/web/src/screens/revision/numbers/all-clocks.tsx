import { Table } from '@navikt/ds-react';
import { AppLink } from '../../../shared/link.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable, type Column } from '../../../shared/wide-table.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { registeredOf, type Unit } from '../units.js';
import { changed, useTitles } from '../use-question.js';
import { Counts, countColumns, HiddenCounts } from './counts.js';
import type { Group } from './tab.js';

/** Every frist with what it comes to for the organisations that stand on top. */
export function AllClocks({ groups }: { readonly groups: readonly Group[] }) {
  const text = useText();
  const titles = useTitles();
  const rows = groups
    .flatMap(({ units, ...group }) => units.map((unit) => ({ ...group, unit, title: titles.clock(group.definition, group.clock), of: titles.definition(group.definition) })))
    .sort((a, b) => a.of.localeCompare(b.of, 'nb') || a.title.localeCompare(b.title, 'nb'));
  const severalUnits = new Set(rows.map(({ unit }) => unit.id)).size > 1;
  const hasBoth = rows.some(({ unit }) => unit.line.qualityAssured != null);
  const columns: Column[] = [text('frist'), ...(severalUnits ? [text('unit')] : []), ...countColumns.map((column) => ({ numbers: text(`column-${column}`) })), { numbers: text('registered') }, ...(hasBoth ? [{ numbers: text('assured') }] : [])];
  return (
    <WideTable label={text('allClocks')} columns={columns}>
      {rows.map((row) => (
        <OneRow key={`${row.definition} ${row.clock} ${row.unit.id}`} definition={row.definition} clock={row.clock} unit={row.unit} title={row.title} of={row.of} severalUnits={severalUnits} />
      ))}
    </WideTable>
  );
}

interface Row {
  readonly definition: string;
  readonly clock: string;
  readonly unit: Unit;
  readonly title: string;
  readonly of: string;
  readonly severalUnits: boolean;
}

function OneRow({ definition, clock, unit, title, of, severalUnits }: Row) {
  const { language } = useLanguage();
  const search = revisionRoute.useSearch();
  const numbers = registeredOf(unit.line);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <AppLink to="/revisjon" search={changed(search, { forlop: definition, frist: clock })} resetScroll={false}>
          {title}
        </AppLink>
        <span className="revision-sub">{of}</span>
      </Table.HeaderCell>
      {severalUnits && <Table.DataCell>{unit.name}</Table.DataCell>}
      {numbers === null ? <HiddenCounts also={1} /> : (
        <>
          <Counts numbers={numbers} name={title} />
          <Table.DataCell align="right">{percentShown(numbers.compliance?.rate, language)}</Table.DataCell>
          {unit.line.qualityAssured != null && <Table.DataCell align="right">{percentShown(unit.line.qualityAssured.compliance?.rate, language)}</Table.DataCell>}
        </>
      )}
    </Table.Row>
  );
}
