import { BodyShort, Heading, Table } from '@navikt/ds-react';
import { AppLink } from '../../../shared/link.js';
import { WideTable } from '../../../shared/wide-table.js';
import { useText, useWord } from '../messages.js';
import { revisionRoute } from '../route.js';
import type { RevisionSearch } from '../search.js';
import type { Unit } from '../units.js';
import { changed } from '../use-question.js';
import { Meaning } from './one-clock.js';

/** Why something is left out, and whose the delay was, for the organisations that stand on top. */
export function Causes({ units }: { readonly units: readonly Unit[] }) {
  const text = useText();
  const seen = units.flatMap((unit) => (unit.line.asRegistered == null ? [] : [{ ...unit, numbers: unit.line.asRegistered }]));
  if (seen.length === 0) return null;
  return (
    <div className="revision-pair">
      <section aria-label={text('whyExcluded')}>
        <Heading level="3" size="small" spacing>
          {text('whyExcluded')}
        </Heading>
        {seen.map(({ id, name, numbers }) => (
          <Parts key={id} label={text('whyExcluded')} name={name} group="reason" counts={numbers.excludedBy} none={text('noneExcluded')} open={(reason) => ({ vis: 'utenfor', grunn: reason, ved: id })} />
        ))}
      </section>
      <section aria-label={text('whoseDelay')}>
        <Heading level="3" size="small" spacing>
          {text('whoseDelay')}
        </Heading>
        {seen.map(({ id, name, numbers }) => (
          <Parts key={id} label={text('whoseDelay')} name={name} group="cause" counts={numbers.delay} none={text('noneDelayed')} open={(cause) => ({ vis: 'startet', arsak: cause, ved: id })} />
        ))}
        <Meaning id="forsinkelsesarsak" />
      </section>
    </div>
  );
}

interface Props {
  readonly label: string;
  readonly name: string;
  readonly group: 'reason' | 'cause';
  readonly counts: Readonly<Record<string, number>>;
  readonly none: string;
  readonly open: (word: string) => RevisionSearch;
}

/** A count for each word, the largest first; each opens its frister. */
function Parts({ label, name, group, counts, none, open }: Props) {
  const text = useText();
  const word = useWord();
  const search = revisionRoute.useSearch();
  const rows = Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (rows.length === 0) return <BodyShort spacing>{none}</BodyShort>;
  return (
    <WideTable label={`${label}: ${name}`} columns={[text(`column-${group}`), { numbers: text('count') }]}>
      {rows.map(([one, n]) => (
        <Table.Row key={one}>
          <Table.HeaderCell scope="row">{word(group, one)}</Table.HeaderCell>
          <Table.DataCell align="right">
            <AppLink to="/revisjon" search={changed(search, open(one))} resetScroll={false} aria-label={text('opens', { count: n, what: word(group, one), name })}>
              {n}
            </AppLink>
          </Table.DataCell>
        </Table.Row>
      ))}
    </WideTable>
  );
}
