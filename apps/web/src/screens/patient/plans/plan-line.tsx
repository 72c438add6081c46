import { BodyShort, Box, Heading, HStack, Tag, VStack } from '@navikt/ds-react';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions } from '../parts/actions.js';
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
    <Box asChild padding="space-12" borderWidth="1" borderColor="neutral-subtle" borderRadius="8">
      <li>
        <VStack gap="space-4" align="stretch">
          <HStack gap="space-8" align="center" wrap>
            <Heading level="4" size="xsmall">
              {line.title}
            </Heading>
            <Tag size="small" variant="outline" data-color={colours[line.state]}>
              {text(`state-${line.state}`)}
            </Tag>
          </HStack>
          <BodyShort size="small">
            {[text(`level-${line.level}`), line.person === null ? line.ownerTitle : text('ownerWith', { owner: line.ownerTitle, person: line.person }), line.dueOn === null ? text('noDate') : text('by', { day: dayShown(line.dueOn, language) })].join(' · ')}
          </BodyShort>
          {line.note !== null && <BodyShort style={{ overflowWrap: 'anywhere' }}>{line.note}</BodyShort>}
          {line.reason !== null && <BodyShort>{text('notRelevantSince', { reason: line.reason })}</BodyShort>}
          {mayWrite && <Actions about={`${plan}.${line.item}`} list={[{ name: 'punkt', label: text('change'), form: (close) => <PlanLineForm id={id} plan={plan} line={line} close={close} refresh={refresh} /> }]} />}
        </VStack>
      </li>
    </Box>
  );
}
