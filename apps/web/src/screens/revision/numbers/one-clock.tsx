import { BodyLong, BodyShort, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AppLink } from '../../../shared/link.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { indicatorsQuery } from '../queries.js';
import { revisionRoute } from '../route.js';
import { registeredOf, type Counted, type Unit } from '../units.js';
import { changed, useTitles } from '../use-question.js';
import { Causes } from './causes.js';
import type { Group } from './tab.js';
import { UnitTable } from './unit-table.js';
import { WaitingTable } from './waiting-table.js';

/** One frist: the two numbers, what they mean, and each organisation. */
export function OneClock({ group: { definition, clock, units } }: { readonly group: Group }) {
  const text = useText();
  const titles = useTitles();
  const title = titles.clock(definition, clock);
  return (
    <section aria-label={`${title}, ${titles.definition(definition)}`}>
      <Heading level="2" size="medium">
        {title}
      </Heading>
      <BodyShort textColor="subtle" spacing>
        {titles.definition(definition)} · {clock}
      </BodyShort>
      {units.map((unit) => (
        <TwoNumbers key={unit.id} unit={unit} />
      ))}
      <Meaning id="innen-frist" />
      <Heading level="3" size="small" spacing>
        {text('perUnit')}
      </Heading>
      <UnitTable units={units} />
      <Causes units={units} />
      <Heading level="3" size="small" spacing>
        {text('waiting')}
      </Heading>
      <WaitingTable units={units} />
    </section>
  );
}

/** As registered, and without what distorts it: beside each other, each with what it is made of. */
function TwoNumbers({ unit: { name, line } }: { readonly unit: Unit }) {
  const text = useText();
  const search = revisionRoute.useSearch();
  const registered = registeredOf(line);
  const leftOut = Object.values(line.leftOut ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <div className="revision-two">
      <Share title={text('registered')} name={name} numbers={registered} />
      {line.qualityAssured != null && (
        <Share title={text('assured')} name={name} numbers={line.qualityAssured}>
          {leftOut === 0 ? text('nothingLeftOut') : (
            <AppLink to="/revisjon" search={changed(search, { fane: 'kvalitet' })}>
              {text('leftOut', { count: leftOut })}
            </AppLink>
          )}
        </Share>
      )}
    </div>
  );
}

function Share({ title, name, numbers, children }: { readonly title: string; readonly name: string; readonly numbers: Counted | null; readonly children?: ReactNode }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <div className="revision-share app-whole">
      <BodyShort size="small" textColor="subtle">
        {name}
      </BodyShort>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      {numbers === null ? <BodyShort>{text('hidden')}</BodyShort> : (
        <>
          <p className="revision-number">{percentShown(numbers.compliance?.rate, language)}</p>
          <BodyShort size="small">
            {numbers.compliance === null ? text('noneJudged') : text('ofJudged', { met: numbers.met, judged: numbers.judged, low: percentShown(numbers.compliance.low, language), high: percentShown(numbers.compliance.high, language) })}
          </BodyShort>
        </>
      )}
      {children !== undefined && <BodyShort size="small">{children}</BodyShort>}
    </div>
  );
}

/** A number's definition where it stands: numerator, denominator and what is left out. @param props.id the indicator's. */
export function Meaning({ id }: { readonly id: string }) {
  const text = useText();
  const { language } = useLanguage();
  const indicator = useQuery(indicatorsQuery).data?.indicators.find((one) => one.id === id);
  if (indicator === undefined) return null;
  const { name, numerator, denominator, exclusions, source } = indicator;
  return (
    <BodyLong size="small" spacing className="revision-meaning">
      <strong>{inLanguage(name, language)}</strong>: {inLanguage(numerator, language)} {denominator !== null && text('outOf', { denominator: inLanguage(denominator, language) })} {text('without', { exclusions: inLanguage(exclusions, language) })} ({source})
    </BodyLong>
  );
}
