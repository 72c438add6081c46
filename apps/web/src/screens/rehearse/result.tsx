import { Alert, BodyShort, Heading, Tag, ToggleGroup } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { dayShown } from '../../shared/day.js';
import { useLanguage } from '../../shared/texts.js';
import { byDay } from './by-day.js';
import { Clocks } from './clocks.js';
import { useText } from './messages.js';
import type { Rehearsal } from './queries.js';
import './rehearse.css';
import { isView, rehearseRoute } from './route.js';

/** What became of a scenario: whether what it expects held, the clocks at its end, and the days. */
export function Result({ rehearsal, isOld }: { readonly rehearsal: Rehearsal; /** The scenario has been changed since. */ readonly isOld: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const { title, definition, from, until, verdicts, clocks, timeline } = rehearsal;
  return (
    <section aria-labelledby="result">
      <Heading level="2" size="medium" id="result" spacing>
        {title}
      </Heading>
      {isOld && (
        <Alert variant="info" size="small" inline>
          {text('old')}
        </Alert>
      )}
      <BodyShort role="status" spacing>
        {text('played', { definition: definition.id, version: definition.version, from: dayShown(from, language), until: dayShown(until, language) })}
      </BodyShort>
      <Verdicts verdicts={verdicts} />
      <Days timeline={timeline} />
      <Clocks clocks={clocks} until={until} />
    </section>
  );
}

function Verdicts({ verdicts }: Pick<Rehearsal, 'verdicts'>) {
  const text = useText();
  if (verdicts.length === 0) return null;
  return (
    <>
      <Heading level="3" size="small" spacing>
        {text('verdicts')}
      </Heading>
      <ul className="rehearse-lines">
        {verdicts.map(({ held, sentence }) => (
          <li key={sentence}>
            <Tag size="xsmall" variant="outline" data-color={held === null ? 'neutral' : held ? 'success' : 'danger'}>
              {text(held === null ? 'notJudged' : held ? 'held' : 'notHeld')}
            </Tag>{' '}
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}

const colours = { broken: 'danger', 'met-late': 'danger', 'at-risk': 'warning', warned: 'warning', met: 'success' } as const;

function Days({ timeline }: Pick<Rehearsal, 'timeline'>) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const search = rehearseRoute.useSearch();
  const { vis = 'viktig' } = search;
  const choose = (view: string): void => {
    if (isView(view)) void navigate({ to: '/ov', search: { ...search, vis: view }, resetScroll: false });
  };
  return (
    <>
      <Heading level="3" size="small" spacing>
        {text('days')}
      </Heading>
      <ToggleGroup size="small" label={text('view')} value={vis} onChange={choose}>
        <ToggleGroup.Item value="viktig" label={text('viktig')} />
        <ToggleGroup.Item value="alt" label={text('alt')} />
      </ToggleGroup>
      <ol className="rehearse-days">
        {byDay(timeline, vis).map(({ on, lines }) => (
          <li key={on}>
            <strong>{dayShown(on, language)}</strong>
            <ul className="rehearse-lines">
              {lines.map(({ what, status, sentence }, index) => (
                <li key={index}>
                  <Tag size="xsmall" variant="outline" data-color={status === null ? (what === 'refused' || what === 'alarm' ? 'danger' : 'neutral') : (colours[status as keyof typeof colours] ?? 'neutral')}>
                    {text(`what-${what}`)}
                  </Tag>{' '}
                  {sentence}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
