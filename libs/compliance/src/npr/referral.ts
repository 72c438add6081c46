import type { OsloDate } from '@forlop/calendar';
import type { StandingFact } from '@forlop/pathway';
import { answersOfOutcome, toOfficial } from '../codes/official-codes.js';
import { contactTypeOf, dayOf, ofType, textOf, type Said } from './fields.js';
import type { NprRemark } from './remarks.js';

/** What a row says of the referral. */
export interface ReferralCells {
  readonly receivedOn: OsloDate | null;
  /** First receipt anywhere in the specialist service; the day of receipt where none other is registered. */
  readonly seniorityOn: OsloDate | null;
  /** The definition's own word: DOMAIN §3 names no code system for it. */
  readonly referralType: string | null;
  readonly assessedOn: OsloDate | null;
  /** 9148. */
  readonly answer: string | null;
  /** The definition's own word for the outcome of the assessment. */
  readonly outcome: string | null;
  readonly dueOn: OsloDate | null;
  readonly startedOn: OsloDate | null;
  /** 8432. */
  readonly startContactType: string | null;
  readonly waitEndedOn: OsloDate | null;
  /** 8445. */
  readonly waitEndCode: string | null;
}

/** A row that is not the referral's own says nothing of it. */
export const noReferral: ReferralCells = {
  receivedOn: null, seniorityOn: null, referralType: null, assessedOn: null, answer: null, outcome: null, dueOn: null, startedOn: null, startContactType: null, waitEndedOn: null, waitEndCode: null,
};

type Part = Said<Partial<ReferralCells>>;

/** Outcomes that decide whether the patient has a right to care; forwarding does not (MOVE-3). */
const deciding: readonly string[] = ['rett', 'avslag', 'rad'];
/** Outcomes after which nobody waits and 8445 has nothing to say. */
const withoutRight: readonly string[] = ['avslag', 'rad'];
/** 8445: referred to another hospital. The patient goes on waiting from the same ansiennitetsdato (MOVE-3). */
const goesOn = '3';

/** The referral's cells, of facts by date; null when no referral is known. Nothing is derived but the ansiennitetsdato: what is not registered is said to be missing. */
export function referralOf(facts: readonly StandingFact[]): Said<ReferralCells> | null {
  const received = receipt(facts);
  if (received === null) return null;
  const parts = [received, assessment(facts), frist(facts), start(facts), waitEnd(facts)];
  return { cells: Object.assign({}, noReferral, ...parts.map(({ cells }) => cells)) as ReferralCells, remarks: parts.flatMap(({ remarks }) => remarks) };
}

function receipt(facts: readonly StandingFact[]): Part | null {
  const [all, held] = [ofType(facts, 'henvisningMottatt'), ofType(facts, 'henvisningIKarantene')];
  const [first] = all;
  if (first === undefined) return held[0] === undefined ? null : { cells: { receivedOn: held[0].occurredOn, seniorityOn: held[0].occurredOn }, remarks: ['karantene'] };
  return {
    cells: { receivedOn: first.occurredOn, seniorityOn: dayOf(first, 'ansiennitetsdato') ?? first.occurredOn, referralType: textOf(first, 'henvisningstype') },
    remarks: all.length > 1 ? ['flere-mottak'] : [],
  };
}

const decides = (fact: StandingFact): boolean => deciding.includes(textOf(fact, 'utfall') ?? '');

function assessment(facts: readonly StandingFact[]): Part {
  const all = ofType(facts, 'vurdert');
  const decided = all.filter(decides);
  const fact = decided[0] ?? all.at(-1);
  if (fact === undefined) return { cells: {}, remarks: ['helsehjelpStartet', 'ventetidSluttet', 'forlopAvsluttet'].some((type) => ofType(facts, type).length > 0) ? ['ikke-vurdert'] : [] };
  const outcome = textOf(fact, 'utfall');
  const { cells: answer, remarks } = answerOf(textOf(fact, 'svarkode'), outcome);
  return { cells: { assessedOn: fact.occurredOn, outcome, answer }, remarks: [...(decided.length > 1 ? ['flere-vurderinger' as const] : []), ...remarks] };
}

/** The answer by 9148: as registered; otherwise the only one that the outcome can be. */
function answerOf(registered: string | null, outcome: string | null): Said<string | null> {
  const possible = outcome === null ? [] : answersOfOutcome(outcome);
  if (registered === null) return possible.length === 1 ? { cells: possible[0]!, remarks: [] } : { cells: null, remarks: ['svar-mangler'] };
  const code = toOfficial('9148', registered);
  if (code === null) return { cells: null, remarks: ['svar-ukjent'] };
  return { cells: code, remarks: possible.includes(code) ? [] : ['svar-strider'] };
}

function frist(facts: readonly StandingFact[]): Part {
  const all = ofType(facts, 'fristSatt');
  const last = all.at(-1);
  const missing: readonly NprRemark[] = ofType(facts, 'vurdert').find(decides)?.data['utfall'] === 'rett' ? ['frist-mangler'] : [];
  return last === undefined ? { cells: {}, remarks: missing } : { cells: { dueOn: dayOf(last, 'dato') }, remarks: all.length > 1 ? ['flere-frister'] : [] };
}

function start(facts: readonly StandingFact[]): Part {
  const all = ofType(facts, 'helsehjelpStartet');
  const [first] = all;
  if (first === undefined) return { cells: {}, remarks: [] };
  const { cells: startContactType, remarks } = contactTypeOf(first);
  return { cells: { startedOn: first.occurredOn, startContactType }, remarks: [...(all.length > 1 ? ['flere-startdatoer' as const] : []), ...remarks] };
}

function waitEnd(facts: readonly StandingFact[]): Part {
  const all = ofType(facts, 'ventetidSluttet');
  const fact = all.find((end) => textOf(end, 'kode') !== goesOn) ?? all[0];
  if (fact === undefined) return { cells: {}, remarks: whyNotEnded(facts) };
  const waitEndCode = toOfficial('8445', textOf(fact, 'kode') ?? '');
  return { cells: { waitEndedOn: fact.occurredOn, waitEndCode }, remarks: [...(all.length > 1 ? ['flere-slutter' as const] : []), ...(waitEndCode === null ? ['sluttkode-ukjent' as const] : [])] };
}

/** What ended the wait in fact, when nobody registered with which code; the first that holds. */
function whyNotEnded(facts: readonly StandingFact[]): readonly NprRemark[] {
  const happened = (type: string): boolean => ofType(facts, type).length > 0;
  if (withoutRight.includes(String(ofType(facts, 'vurdert').find(decides)?.data['utfall']))) return [];
  if (happened('helsehjelpStartet')) return ['startet-uten-sluttkode'];
  if (happened('pasientDod')) return ['dod-uten-sluttkode'];
  if (ofType(facts, 'helfoSvar').some((answer) => textOf(answer, 'utfall') === 'aksepterer')) return ['helfo-uten-sluttkode'];
  if (wentOn(facts)) return ['overfort-uten-sluttkode'];
  return happened('forlopAvsluttet') ? ['avsluttet-uten-sluttkode'] : [];
}

/** Whether the patient was sent on, and neither goes on here nor was assessed here since. */
function wentOn(facts: readonly StandingFact[]): boolean {
  const sentOn = facts.findLastIndex((fact) => fact.type === 'overfort' || fact.type === 'videresendt' || textOf(fact, 'utfall') === 'videresendt');
  return sentOn >= 0 && !facts.slice(sentOn + 1).some((fact) => (fact.type === 'vurdert' && decides(fact)) || (fact.type === 'overforingMottatt' && fact.data['folgesHer'] === true));
}
