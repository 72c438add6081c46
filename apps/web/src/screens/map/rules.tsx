import { Heading, Table } from '@navikt/ds-react';
import { AppLink } from '../../shared/link.js';
import { useLanguage } from '../../shared/texts.js';
import { Wide } from '../../shared/wide.js';
import { useText } from './messages.js';
import type { PathwayMap } from './queries.js';
import { mapRoute } from './route.js';
import { worded } from './worded.js';

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
      <Wide label={text('tableOf', { name: text('rules') })}>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              {(['rule', 'length', 'owner', 'binding'] as const).map((column) => (
                <Table.HeaderCell key={column} scope="col">
                  {text(column)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {map.clocks.map(({ id, title, length, owner, kind, status }) => (
              <Table.Row key={id} selected={id === regel}>
                <Table.HeaderCell scope="row">
                  <AppLink id={`rule-${id}`} to="/forlopskart" search={{ ...rest, regel: id }} resetScroll={false}>
                    {worded(title, language)}
                  </AppLink>
                </Table.HeaderCell>
                <Table.DataCell>{length ?? text('noLength')}</Table.DataCell>
                <Table.DataCell>{owner.title}</Table.DataCell>
                <Table.DataCell>{text('bindingOf', { kind: text(`kind-${kind}`), status: text(`status-${status}`) })}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Wide>
    </section>
  );
}
