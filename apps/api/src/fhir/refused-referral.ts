import { createHash } from 'node:crypto';
import { adviceFor, type ReadReferralsResult, type RefusedReferral as Refused } from '@forlop/fhir';
import type { QuarantineReason, RefusedReferral } from '@forlop/ledger';
import { canonicalJson, type Json } from '@forlop/pathway';
import { given } from '../http/given.js';

/** What the FHIR reader refused, as the ledger keeps it: reasons, what could be read of the patient, and the original. */
export function refusedReferral(refused: Refused, json: Json, { referrals, refused: all }: ReadReferralsResult): RefusedReferral {
  const { receivedOn, referral, identifiers } = refused.whatWasRead;
  const { source, patient, receiver, referrer, definition } = referral;
  // Others in the same message are other people's: only what is this one's own is kept with it.
  const original = referrals.length + all.length === 1 ? json : resourceAt(json, refused.path);
  const identifier = identifiers.find(({ system, value }) => system !== undefined && value !== undefined);
  return {
    source: source ?? { kind: 'fhir', system: 'urn:forlop:innhold-sha256', id: createHash('sha256').update(canonicalJson(original)).digest('hex') },
    receivedOn,
    reasons: refused.issues.filter(({ severity }) => severity === 'error' || severity === 'fatal').map(reasonOf),
    original,
    patient: { ...patient, ...(identifier && { identifier: { system: identifier.system!, value: identifier.value! } }) },
    ...given({ receiver, referrer, definition }),
  };
}

function reasonOf({ reason, expression, text }: Refused['issues'][number]): QuarantineReason {
  return { code: reason, ...given({ path: expression }), sentence: `${text} ${adviceFor(reason)}`.trim() };
}

/** The resource that a reader's path (`Bundle.entry[2].resource`) names; the whole when it names no part. */
function resourceAt(json: Json, path: string): Json {
  const steps = path.split('.').slice(1).flatMap((part) => [...part.matchAll(/[^[\]]+/g)].map(([name]) => name));
  const found = steps.reduce<unknown>((node, step) => (node as Record<string, unknown> | null | undefined)?.[step], json);
  return (found ?? json) as Json;
}
