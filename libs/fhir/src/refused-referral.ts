import { createHash } from 'node:crypto';
import type { QuarantineReason, RefusedReferral as Quarantined } from '@forlop/contracts';
import type { ReadReferralsResult, RefusedReferral } from './read-referrals.js';
import { isError, type Issue } from './outcome.js';
import { adviceFor } from './reasons.js';
import { canonicalJson } from './source.js';
import { CONTENT_DIGEST } from './systems.js';

/** Any JSON value. */
type Json = Quarantined['original'];

/**
 * What was refused and must be watched (REF-7), as the ledger keeps it: the reasons, all that could be read, and the
 * original. Every door uses this, so that the same message is the same quarantined referral whichever way it comes.
 * @param message what came in, parsed; the text itself when it was not JSON.
 * @param read what the message was read as; `refused` is one of its refusals.
 */
export function refusedReferral(refused: RefusedReferral, message: Json, { referrals, refused: all }: ReadReferralsResult): Quarantined {
  const { receivedOn, referral, identifiers } = refused.whatWasRead;
  const { source, patient, receiver, referrer, definition } = referral;
  // Others in the same message are other people's: only what is this one's own is kept with it.
  const original = referrals.length + all.length === 1 ? message : resourceAt(message, refused.path);
  const identifier = identifiers.find(({ system, value }) => system !== undefined && value !== undefined);
  return {
    source: source ?? { kind: 'fhir', system: CONTENT_DIGEST, id: createHash('sha256').update(canonicalJson(original)).digest('hex') },
    receivedOn,
    reasons: refused.issues.filter(isError).map(reasonOf),
    original,
    patient: { ...patient, ...(identifier && { identifier: { system: identifier.system!, value: identifier.value! } }) },
    ...(receiver && { receiver }),
    ...(referrer && { referrer }),
    ...(definition !== undefined && { definition }),
  };
}

function reasonOf({ reason, expression, text }: Issue): QuarantineReason {
  return { code: reason, ...(expression !== undefined && { path: expression }), sentence: `${text} ${adviceFor(reason)}`.trim() };
}

/** The resource that a reader's path (`Bundle.entry[2].resource`) names; the whole when it names no part. */
function resourceAt(message: Json, path: string): Json {
  const steps = path.split('.').slice(1).flatMap((part) => [...part.matchAll(/[^[\]]+/g)].map(([name]) => name));
  const found = steps.reduce<unknown>((node, step) => (node as Record<string, unknown> | null | undefined)?.[step], message);
  return (found ?? message) as Json;
}
