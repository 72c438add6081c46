import type { IntakeResult } from '@forlop/ledger';
import type { OperationOutcomeIssue } from '@medplum/fhirtypes';
import { isQuarantined } from '../referrals/referrals.service.js';

/** What became of one referral in a message; `path` is its FHIRPath, or null when nothing could be read. */
export interface TakenIn {
  readonly path: string | null;
  readonly result: IntakeResult;
}

const sentences: Readonly<Record<IntakeResult['outcome'], (pathwayId: string) => string>> = {
  created: (id) => `Henvisningen er tatt inn som forløp ${id}.`,
  appended: (id) => `Pasienten har alt et forløp for det samme. Henvisningen er lagt til i forløp ${id}.`,
  same: (id) => `Henvisningen var mottatt før, og ingenting nytt er registrert. Den er forløp ${id}.`,
  corrected: (id) => `Henvisningen var mottatt før, med et annet innhold. Det nye er registrert som en retting i forløp ${id}.`,
  quarantined: (id) => `Henvisningen er ikke godtatt. Den ligger i karantene med nummer ${id} og blir fulgt opp fra mottaksdagen. Rett feilen og send den på nytt.`,
};

/** What became of a referral, for the sender: with our own number, so that both can speak of the same. */
export function intakeIssue({ path, result }: TakenIn): OperationOutcomeIssue {
  const { outcome, pathwayId, reasons } = result;
  const waits = isQuarantined(result);
  const why = reasons.map(({ sentence }) => sentence);
  return {
    severity: waits ? 'error' : 'information',
    code: waits ? 'business-rule' : 'informational',
    details: { coding: [{ system: 'urn:forlop:mottak', code: outcome }] },
    diagnostics: [sentences[waits ? 'quarantined' : outcome](pathwayId), ...why].join(' '),
    ...(path !== null && { expression: [path] }),
  };
}
