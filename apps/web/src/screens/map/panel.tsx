import { BodyShort, Box, Button, Heading } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { ClockPanel } from './clock-panel.js';
import { useText } from './messages.js';
import type { PathwayMap } from './queries.js';
import { mapRoute } from './route.js';
import { StepPanel } from './step-panel.js';

/** What was opened beside the map: a rule with its sources, or a step with its ways. */
export function Panel({ map }: { readonly map: PathwayMap }) {
  const text = useText();
  const { language } = useLanguage();
  const { steg, regel } = mapRoute.useSearch();
  const clock = map.clocks.find(({ id }) => id === regel);
  const duty = map.duties.find(({ id }) => id === regel);
  const step = map.steps.find(({ id }) => id === steg);
  if (regel !== undefined) {
    const shown = clock ?? map.clocks.find(({ id }) => id === duty?.clock);
    return <Frame title={shown === undefined ? text('unknownRule') : inLanguage(shown.title, language)}>{shown !== undefined && <ClockPanel map={map} clock={shown} />}</Frame>;
  }
  return <Frame title={step === undefined ? text('unknownStep') : inLanguage(step.title, language)}>{step !== undefined && <StepPanel map={map} step={step} />}</Frame>;
}

/** The panel's heading has the focus when it opens, and what opened it when it closes. */
function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useText();
  const navigate = useNavigate();
  const { steg, regel, ...rest } = mapRoute.useSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = regel ?? steg;
  useEffect(() => heading.current?.focus(), [opened]);
  const close = async (): Promise<void> => {
    await navigate({ to: '/forlopskart', search: rest, resetScroll: false });
    document.getElementById(regel === undefined ? `step-${steg}` : `rule-${regel}`)?.focus();
  };
  return (
    <Box as="aside" className="map-panel" aria-labelledby="panel" borderWidth="1" borderColor="neutral" borderRadius="8" padding="space-16">
      <Heading level="2" size="small" id="panel" tabIndex={-1} ref={heading} spacing>
        {title}
      </Heading>
      {children}
      <Button size="small" variant="secondary" onClick={() => void close()}>
        {text('close')}
      </Button>
    </Box>
  );
}

/** A list under a small heading; nothing where there is nothing to list. */
export function Part({ title, items }: { readonly title: string; readonly items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      <ul>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** A name and what it is, on one line. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <BodyShort spacing>
      <strong>{name}</strong> {children}
    </BodyShort>
  );
}
