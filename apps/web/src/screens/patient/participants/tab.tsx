import { Heading, VStack } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useText } from './messages.js';
import { Owners } from './owners.js';
import { Seers } from './seers.js';
import { Team } from './team.js';

/** Who takes part, who follows the patient up, who sees the pathway, and whom the patient has blocked. */
export function ParticipantsTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  return (
    <VStack gap="space-24">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      <Owners id={id} />
      <Team id={id} />
      <Seers id={id} />
    </VStack>
  );
}
