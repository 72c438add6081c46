import { Alert, BodyShort } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWrite } from '../../client/use-write.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { useText } from './messages.js';
import { inboxKey, inboxQuery, refer } from './queries.js';
import { ReferralForm } from './referral-form.js';
import { emptyReferral } from './referral-values.js';

/** A referral that came on paper or by telephone, received today unless somebody says otherwise. */
export function NewReferralScreen(): ReactNode {
  const text = useText();
  const inbox = useInfiniteQuery(inboxQuery);
  const write = useWrite(refer, [inboxKey]);
  return (
    <Page title={text('newTitle')}>
      <BodyShort spacing><AppLink to="/henvisninger">{text('back')}</AppLink></BodyShort>
      {write.data !== undefined ? <Taken outcome={write.data} /> : inbox.isPending ? <Loading /> : inbox.data === undefined ? <ProblemView error={inbox.error} retry={() => void inbox.refetch()} /> : (
        <ReferralForm filled={{ ...emptyReferral, receivedOn: inbox.data.pages[0]!.asOf }} write={write} save={(referral) => write.mutate(referral)} refresh={() => void inbox.refetch()} />
      )}
    </Page>
  );
}

type Outcome = Awaited<ReturnType<typeof refer>>;

/** What became of it: a new pathway, one that was there, or quarantine with the reasons. */
function Taken({ outcome: { outcome, pathwayId, reasons } }: { readonly outcome: Outcome }) {
  const text = useText();
  if (outcome === 'quarantined' || reasons.length > 0) {
    return (
      <Alert variant="warning">
        <BodyShort spacing>{text('quarantined')}</BodyShort>
        <ul className="app-lines">{reasons.map(({ sentence }) => <li key={sentence}>{sentence}</li>)}</ul>
        <AppLink to="/avvik" search={{ fane: 'karantene', apen: pathwayId }}>{text('toQuarantine')}</AppLink>
      </Alert>
    );
  }
  return (
    <Alert variant="success">
      <BodyShort spacing>{text(outcome)}</BodyShort>
      <AppLink to="/pasient/$id" params={{ id: pathwayId }}>{text('openPatient')}</AppLink>
    </Alert>
  );
}
