import { BodyShort, Heading, Table } from '@navikt/ds-react';
import { AppLink } from '../../shared/link.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { stuckAt } from './layout.js';
import { useText } from './messages.js';
import type { PathwayMap } from './queries.js';
import { mapRoute } from './route.js';

/** Where patients get stuck: the steps with broken frister, the worst first. */
export function Stuck({ map }: { readonly map: PathwayMap }) {
  const text = useText();
  const { language } = useLanguage();
  const { steg: _steg, regel: _regel, ...rest } = mapRoute.useSearch();
  const steps = stuckAt(map.steps);
  return (
    <section aria-labelledby="stuck">
      <Heading level="2" size="medium" id="stuck" spacing>
        {text('stuck')}
      </Heading>
      {steps.length === 0 && <BodyShort spacing>{text('notStuck')}</BodyShort>}
      {steps.length > 0 && (
        <WideTable label={text('tableOf', { name: text('stuck') })} columns={[text('step'), ...(['overdueCount', 'patientCount', 'halfWithin', 'mostWithin'] as const).map((column) => ({ numbers: text(column) }))]}>
          {steps.map(({ id, title, overdue, patients, medianDays, p90Days }) => (
            <Table.Row key={id}>
              <Table.HeaderCell scope="row">
                <AppLink to="/forlopskart" search={{ ...rest, steg: id }} resetScroll={false}>
                  {inLanguage(title, language)}
                </AppLink>
              </Table.HeaderCell>
              {[overdue, patients, medianDays, p90Days].map((value, column) => (
                <Table.DataCell key={column} align="right">
                  {value ?? text('hidden')}
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </WideTable>
      )}
    </section>
  );
}
