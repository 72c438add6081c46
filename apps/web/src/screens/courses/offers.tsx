import { BodyShort, Button, Table, Tag } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useMay } from '../../client/me.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { Empty } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { useText } from './messages.js';
import { OfferForm } from './offer-form.js';
import type { Course, Offer } from './queries.js';
import { courseRoute } from './route.js';
import { stepsFrom } from './tabs.js';

interface Props {
  readonly course: Course;
  readonly offers: readonly Offer[];
  /** What is said when there is nobody. */
  readonly empty: string;
}

/** Patients with their offers. One of them may be open, to record what she answered. */
export function Offers({ course, offers, empty }: Props) {
  const text = useText();
  if (offers.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <BodyShort spacing>{text('onlySeen')}</BodyShort>
      <WideTable label={text('patients')} columns={(['patient', 'state', 'offeredOn', 'answerBy', 'record'] as const).map((column) => text(column))}>
        {offers.map((offer) => (
          <OfferRow key={offer.id} course={course} offer={offer} />
        ))}
      </WideTable>
    </>
  );
}

/** As one reads it in a list; who has been erased has no name. */
export function useNameOf(): (offer: Offer) => string {
  const text = useText();
  return ({ patient: { name } }) => (name === null ? text('noName') : `${name.family}, ${name.given}`);
}

function OfferRow({ course, offer }: { readonly course: Course; readonly offer: Offer }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const nameOf = useNameOf();
  const { tilbud, ...rest } = courseRoute.useSearch();
  const maySeePatient = useMay('pathway.read');
  const mayRecord = useMay('courses.offer') && stepsFrom[offer.state] !== undefined;
  const day = (date: string | null): string => (date === null ? '–' : dayShown(date, language));
  const isOpen = tilbud === offer.id;
  const show = async (isShown: boolean): Promise<void> => {
    await navigate({ to: '/kurs/$id', params: { id: course.id }, search: isShown ? { ...rest, tilbud: offer.id } : rest, resetScroll: false });
    if (!isShown) document.getElementById(`record-${offer.id}`)?.focus();
  };
  return (
    <Fragment>
      <Table.Row shadeOnHover={false}>
        <Table.HeaderCell scope="row">{maySeePatient ? <AppLink to="/pasient/$id" params={{ id: offer.pathwayId }}>{nameOf(offer)}</AppLink> : nameOf(offer)}</Table.HeaderCell>
        <Table.DataCell>
          {offer.place === null ? text(`state-${offer.state}`) : text('inLine', { place: offer.place })}{' '}
          {offer.movedUpAt !== null && offer.state === 'offered' && (
            <Tag size="xsmall" variant="outline" data-color="warning">
              {text('movedUp')}
            </Tag>
          )}
        </Table.DataCell>
        <Table.DataCell>{day(offer.offeredOn)}</Table.DataCell>
        <Table.DataCell>{day(offer.answerBy)}</Table.DataCell>
        <Table.DataCell>
          {mayRecord && (
            <Button id={`record-${offer.id}`} size="xsmall" variant="secondary" aria-expanded={isOpen} onClick={() => void show(!isOpen)} aria-label={text('recordOf', { name: nameOf(offer) })}>
              {text('recordDo')}
            </Button>
          )}
        </Table.DataCell>
      </Table.Row>
      {isOpen && mayRecord && (
        <Table.Row shadeOnHover={false}>
          <Table.DataCell colSpan={5}>
            <OfferForm offer={offer} name={nameOf(offer)} close={() => void show(false)} />
          </Table.DataCell>
        </Table.Row>
      )}
    </Fragment>
  );
}
