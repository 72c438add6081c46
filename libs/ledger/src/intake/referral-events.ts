import type { OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import type { CompiledDefinition, Json } from '@forlop/pathway';
import type { EventDraft } from '../core/write-pathway.js';

/** The event that a referral's receipt is. */
export const receiptEvent = 'henvisningMottatt';

type Data = Readonly<Record<string, Json>>;

/**
 * The facts that a referral tells, in the definition's own vocabulary: a field or code that the definition does not know
 * is left out of the data. Nothing is lost by that, for the whole referral is sealed beside the first fact.
 */
export function referralFacts(definition: CompiledDefinition, referral: Referral, actor: string): EventDraft[] {
  const facts: EventDraft[] = [{
    ...fact(receiptEvent, referral.mottattdato, receivedData(referral), actor),
    text: referral.text,
    attachment: referral as unknown as Json,
  }];
  const { vurdertDato, fristForHelsehjelp } = referral;
  // A date of assessment alone does not say how it went, and an outcome is not invented: a person reads the referral. With
  // a frist for care there is no doubt: only a right to care has one.
  if (vurdertDato && fristForHelsehjelp) facts.push(fact('vurdert', vurdertDato, { utfall: 'rett' }, actor));
  if (fristForHelsehjelp) facts.push(fact('fristSatt', vurdertDato ?? referral.mottattdato, { dato: fristForHelsehjelp, arsak: 'forste' }, actor));
  return facts.filter((f) => Object.hasOwn(definition.source.events, f.type)).map((f) => ({ ...f, data: understood(definition, f) }));
}

function fact(type: string, occurredOn: OsloDate, data: Data, actor: string): EventDraft {
  return { kind: 'fact', type, occurredOn, data, actor };
}

function receivedData(referral: Referral): Data {
  const data: Record<string, Json | undefined> = {
    ansiennitetsdato: referral.ansiennitetsdato,
    henvisningId: referral.source.id,
    henvisningstype: 'ny',
    hastegrad: referral.priority,
    grunn: referral.grounds,
    funksjonstap: referral.functionLossPercent,
    alvorlighetsgrad: referral.severity,
    prover: referral.testsDone,
  };
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** What of the data the definition's event has a place for. A sender's free identifier may hold anything, so it must look like one. */
function understood(definition: CompiledDefinition, { type, data }: EventDraft): Data {
  const fields = definition.source.events[type]?.fields ?? {};
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(data)) {
    const field = fields[name];
    if (field === undefined) continue;
    const codes = field.codes ?? {};
    if (field.type === 'code' && !(typeof value === 'string' && Object.hasOwn(codes, value))) continue;
    if (field.type === 'id' && !(typeof value === 'string' && isOpaqueId(value))) continue;
    kept[name] = field.type === 'codes' && Array.isArray(value) ? value.filter((v) => typeof v === 'string' && Object.hasOwn(codes, v)) : value;
  }
  return kept;
}

/** Letters and hyphens of a UUID: a sender that uses a person's number as identifier does not get it into the data. */
const isOpaqueId = (value: string): boolean => /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(value);
