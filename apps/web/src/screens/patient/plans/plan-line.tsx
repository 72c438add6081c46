import { BodyShort } from '@navikt/ds-react';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { useText } from './messages.js';
import { PlanLineForm } from './plan-line-form.js';
import type { PlanItem } from './queries.js';

interface Props {
  readonly id: string;
  readonly plan: string;
  readonly line: PlanItem;
  readonly refresh: () => void;
}

const colours = { 'not-begun': 'neutral', agreed: 'info', done: 'success', 'not-relevant': 'neutral' } as const;

/** A line of a plan: what, who has it, when, and how far it has come. */
export function PlanLine({ id, plan, line, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const mayWrite = useMay('plans.write');
  return (
    <Card title={line.title} level="4" state={{ name: text(`state-${line.state}`), colour: colours[line.state] }}>
      <BodyShort size="small">
        {[text(`level-${line.level}`), line.person === null ? line.ownerTitle : text('ownerWith', { owner: line.ownerTitle, person: line.person }), line.dueOn === null ? text('noDate') : text('by', { day: dayShown(line.dueOn, language) })].join(' · ')}
      </BodyShort>
      {line.note !== null && <BodyShort style={{ overflowWrap: 'anywhere' }}>{line.note}</BodyShort>}
      {line.reason !== null && <BodyShort>{text('notRelevantSince', { reason: line.reason })}</BodyShort>}
      {mayWrite && <Actions about={`${plan}.${line.item}`} list={[{ name: 'punkt', label: text('change'), form: (close) => <PlanLineForm id={id} plan={plan} line={line} close={close} refresh={refresh} /> }]} />}
    </Card>
  );
}
