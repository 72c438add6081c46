import type { RefusedReferral as ReadRefused } from '@forlop/fhir';
import type { RefusedReferral } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';

/** A referral that FHIR could not accept, as the ledger keeps it: everything that could be read, and the original. */
export function toQuarantine({ whatWasRead, issues }: ReadRefused, original: Json, source: RefusedReferral['source']): RefusedReferral {
  const { referral, receivedOn, identifiers } = whatWasRead;
  const { name, birthDate } = referral.patient;
  const identifier = identifiers.find(({ value }) => value !== undefined);
  return {
    source: referral.source ?? source,
    receivedOn,
    reasons: issues
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ reason, expression, text }) => ({ code: reason, sentence: text, ...(expression !== undefined && { path: expression }) })),
    original,
    patient: {
      ...(name !== undefined && { name }),
      ...(birthDate !== undefined && { birthDate }),
      ...(identifier?.value !== undefined && { identifier: { system: identifier.system ?? '', value: identifier.value } }),
    },
    ...(referral.receiver !== undefined && { receiver: referral.receiver }),
    ...(referral.referrer !== undefined && { referrer: referral.referrer }),
    ...(referral.definition !== undefined && { definition: referral.definition }),
  };
}
