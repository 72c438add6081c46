import { Heading, Table } from '@navikt/ds-react';
import { AppLink } from '../../shared/link.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { useText } from './messages.js';
import type { PathwayMap } from './queries.js';
import { mapRoute } from './route.js';

/** Every clock of the definition: how long, who must act, and how binding. */
export function Rules({ map }: { readonly map: PathwayMap }) {
  const text = useText();
  const { language } = useLanguage();
  const { steg: _steg, regel, ...rest } = mapRoute.useSearch();
  return (
    <section aria-labelledby="rules">
      <Heading level="2" size="medium" id="rules" spacing>
        {text('rules')}
      </Heading>
      <WideTable label={text('tableOf', { name: text('rules') })} columns={(['rule', 'length', 'owner', 'binding'] as const).map((column) => text(column))}>
        {map.clocks.map(({ id, title, length, owner, kind, status }) => (
          <Table.Row key={id} selected={id === regel}>
            <Table.HeaderCell scope="row">
              <AppLink id={`rule-${id}`} to="/forlopskart" search={{ ...rest, regel: id }} resetScroll={false}>
                {inLanguage(title, language)}
              </AppLink>
            </Table.HeaderCell>
            <Table.DataCell>{length ?? text('noLength')}</Table.DataCell>
            <Table.DataCell>{owner.title}</Table.DataCell>
            <Table.DataCell>{text('bindingOf', { kind: text(`kind-${kind}`), status: text(`status-${status}`) })}</Table.DataCell>
          </Table.Row>
        ))}
      </WideTable>
    </section>
  );
}
