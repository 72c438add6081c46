import { BodyLong, Heading, VStack } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useText } from './messages.js';
import { MirroredAppointments } from './mirrored-appointments.js';
import { Requests } from './requests.js';

/** The patient's appointments as the record system last told of them, and what is asked of those who book. */
export function AppointmentsTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      <BodyLong>{text('whose')}</BodyLong>
      <MirroredAppointments id={id} />
      <Heading level="3" size="xsmall">
        {text('requests')}
      </Heading>
      <Requests id={id} />
    </VStack>
  );
}
