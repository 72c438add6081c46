import { Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { Actions } from '../parts/actions.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { OfferForm } from './offer-form.js';
import { OneOffer } from './one-offer.js';
import { coursesQuery, offersQuery } from './queries.js';

/** The patient's courses: offers, the waiting list, and attendance. */
export function LmsTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const offers = useQuery(offersQuery(id));
  const courses = useQuery(coursesQuery);
  const refresh = (): void => void offers.refetch();
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      <Actions list={[{ name: 'tilby-kurs', label: text('offer'), form: (close) => <OfferForm id={id} close={close} refresh={refresh} /> }]} />
      {offers.isPending && <Loading rows={3} />}
      {offers.isError && offers.data === undefined && <ProblemView error={offers.error} retry={refresh} />}
      {offers.data?.rows.length === 0 && <Empty>{text('empty')}</Empty>}
      <PlainList label={text('title')}>
        {offers.data?.rows.map((offer) => <OneOffer key={offer.id} id={id} offer={offer} course={courses.data?.rows.find((one) => one.id === offer.courseId)} refresh={refresh} />)}
      </PlainList>
    </VStack>
  );
}
