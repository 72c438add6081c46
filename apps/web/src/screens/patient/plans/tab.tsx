import { BodyShort, Box, Button, Heading, Tag, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Reserved } from '../../../shared/reserved.js';
import { Empty, Loading } from '../../../shared/states.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { PlanLine } from './plan-line.js';
import { plansQuery, useBeginPlan, type CarePlan } from './queries.js';

/** The definition's plans that hold for the patient, as checklists with owners and dates. */
export function PlansTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const plans = useQuery(plansQuery(id));
  const refresh = (): void => void plans.refetch();
  return (
    <VStack gap="space-24">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      {plans.isPending && <Loading />}
      {plans.isError && plans.data === undefined && <ProblemView error={plans.error} retry={refresh} />}
      {plans.data?.plans.length === 0 && <Empty>{text('empty')}</Empty>}
      {plans.data?.plans.map((plan) => <OnePlan key={plan.plan} id={id} plan={plan} refresh={refresh} />)}
    </VStack>
  );
}

interface Props {
  readonly id: string;
  readonly plan: CarePlan;
  readonly refresh: () => void;
}

function OnePlan({ id, plan, refresh }: Props) {
  const text = useText();
  const mayWrite = useMay('plans.write');
  const settled = plan.items.filter(({ state }) => state === 'done' || state === 'not-relevant').length;
  return (
    <Box asChild>
      <section aria-label={plan.title}>
        <VStack gap="space-12" align="stretch">
          <Heading level="3" size="xsmall">
            {plan.title}
          </Heading>
          <div>
            {plan.missing ? <Tag size="small" variant="outline" data-color="warning">{text('missing')}</Tag> : <BodyShort>{text('settled', { done: settled, of: plan.items.length })}</BodyShort>}
            {!plan.calledFor && <BodyShort>{text('notCalledFor')}</BodyShort>}
          </div>
          <BodyShort size="small">{text('sources', { sources: plan.sources.join('; ') })}</BodyShort>
          {plan.missing && (mayWrite ? <Begin id={id} plan={plan} refresh={refresh} /> : <Reserved action="plans.write" what={text('begin')} />)}
          <PlainList label={plan.title}>
            {plan.items.map((item) => <PlanLine key={item.item} id={id} plan={plan.plan} line={item} refresh={refresh} />)}
          </PlainList>
        </VStack>
      </section>
    </Box>
  );
}

function Begin({ id, plan, refresh }: Props) {
  const text = useText();
  const write = useBeginPlan(id);
  return (
    <VStack gap="space-8" align="start">
      <WriteProblem error={write.error} refresh={refresh} />
      <Button size="small" variant="secondary" loading={write.isPending} onClick={() => write.mutate({ plan: plan.plan }, { done: () => toasts.add(text('begun', { plan: plan.title })) })}>
        {text('begin')}
      </Button>
    </VStack>
  );
}
