import { maxDate, minDate, type OsloDate } from '@forlop/calendar';
import type { ReferralPatient } from '@forlop/contracts';
import { canonicalJson, type Json } from '@forlop/pathway';
import { receiptEvent } from '../mapping/check.js';
import type { Finding } from './finding.js';
import { readLine, type LineContext, type ReadFact, type ReadLine } from './line.js';
import type { Plan } from './plan.js';
import { mostLines, type ReferralLines } from './referral-lines.js';

/** One referral, put together from its lines. */
export interface GatheredReferral {
  readonly key: string;
  /** The line of its receipt. */
  readonly line: number;
  readonly patient: ReferralPatient;
  readonly organisation: string;
  readonly receivedOn: OsloDate;
  readonly facts: readonly GatheredFact[];
}

export interface GatheredFact {
  readonly key: string;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
  /** Where it was read first. */
  readonly line: number;
  readonly column: string;
}

/** What the lines of one referral came to. */
export interface Gathered {
  /** Null when there is nothing to import. */
  readonly referral: GatheredReferral | null;
  readonly findings: readonly Finding[];
  /** Lines that say nothing that an earlier line has not said. */
  readonly duplicates: number;
  /** Lines of which nothing is taken in. */
  readonly refusedLines: number;
}

/** Puts the lines of one referral together, in their order. A wrong line costs itself; without a line that tells of the receipt the others have nowhere to be. */
export function gather(plan: Plan, key: string, told: ReferralLines, context: LineContext): Gathered {
  const { rows, repeated: duplicates } = told;
  if (told.isCrowd) return { referral: null, findings: [crowd(told)], duplicates, refusedLines: told.count - duplicates };
  const findings: Finding[] = [];
  const lines: ReadLine[] = [];
  for (const row of rows) {
    const read = readLine(plan, row, context);
    if ('facts' in read) lines.push(read);
    else findings.push(...read);
  }
  const agreeing = agreed(lines, findings);
  const timely = inTime(plan, agreeing, findings);
  const receipt = timely.flatMap(({ line, facts }) => facts.filter(({ type }) => type === receiptEvent).map(({ occurredOn }) => ({ line, occurredOn })))[0];
  if (receipt === undefined) {
    // Where a line was refused for something else, that is what to mend; the others only wait for it.
    for (const { line } of timely) findings.push({ line, column: null, code: 'uten-henvisning', sentence: `Ingen godtatt linje sier når henvisningen kom (${receiptEvent}), så linjen har ingen steder å høre til.` });
    return { referral: null, findings, duplicates, refusedLines: rows.length };
  }
  const [first] = timely as [ReadLine];
  return {
    referral: { key, line: receipt.line, patient: first.patient, organisation: first.organisation, receivedOn: receipt.occurredOn, facts: factsOf(timely) },
    findings, duplicates, refusedLines: rows.length - timely.length,
  };
}

/** Whose they are nobody can know, so none is taken in, and they are told of once. */
function crowd({ rows, count }: ReferralLines): Finding {
  const number = (n: number): string => new Intl.NumberFormat('nb-NO').format(n);
  return {
    line: rows[0]!.line, column: null, code: 'for-mange-linjer',
    sentence: `${number(count)} linjer, denne først, har samme nøkkel, og en henvisning har høyst ${number(mostLines)} ulike. Ingen av dem er tatt inn. Kontroller «referral» i kartleggingen: kolonnen skiller neppe henvisningene.`,
  };
}

/** Without lines that contradict an earlier one: about the person, the organisation, or the same event. */
function agreed(lines: readonly ReadLine[], findings: Finding[]): ReadLine[] {
  const said = new Map<string, { readonly text: string; readonly line: number }>();
  return lines.filter((line) => {
    const claims = claimsOf(line);
    const against = claims.find(({ about, text }) => said.has(about) && said.get(about)!.text !== text);
    if (against !== undefined) {
      findings.push({ line: line.line, column: against.column, code: 'motstrid', sentence: `Linjen sier noe annet enn linje ${said.get(against.about)!.line} om ${against.what}. Rett den som er feil; den første er tatt med.` });
      return false;
    }
    for (const { about, text } of claims) if (!said.has(about)) said.set(about, { text, line: line.line });
    return true;
  });
}

function claimsOf({ patient, organisation, facts }: ReadLine): { about: string; text: string; what: string; column: string | null }[] {
  const person = patient.identifier?.value ?? patient.birthDate ?? '';
  return [
    { about: 'person', text: person, what: 'hvem pasienten er', column: null },
    { about: 'organisation', text: organisation, what: 'virksomheten', column: null },
    ...facts.map(({ key, type, occurredOn, data, column }) => ({ about: `fact ${key}`, text: `${occurredOn} ${canonicalJson(data)}`, what: `«${type}»`, column })),
  ];
}

/** Events that end what another event begins: neither can come first. */
const afterwards: readonly (readonly [first: string, last: string])[] = [['helsehjelpStartet', 'forlopAvsluttet'], ['helsehjelpStartet', 'utredningAvsluttet'], ['helsehjelpStartet', 'pasientDod']];

/** Without lines that tell of something before the referral came, or of an end before what it ends began. */
function inTime({ mapping }: Plan, lines: readonly ReadLine[], findings: Finding[]): ReadLine[] {
  if (mapping.beforeReceipt === 'keep') return [...lines];
  const facts = lines.flatMap((line) => line.facts);
  const receipt = facts.find(({ type }) => type === receiptEvent);
  if (receipt === undefined) return [...lines];
  const seniority = receipt.data['ansiennitetsdato'] as OsloDate | undefined;
  const start = facts.filter(({ type }) => afterwards.some(([first]) => first === type)).map(({ occurredOn }) => occurredOn);
  const bounds = { from: seniority === undefined ? receipt.occurredOn : minDate(receipt.occurredOn, seniority), received: receipt.occurredOn, seniority, begun: start.length === 0 ? null : maxDate(start[0]!, ...start) };
  return lines.filter((line) => {
    const wrong = line.facts.flatMap((fact) => tooEarly(fact, bounds) ?? []);
    for (const { column, sentence } of wrong) findings.push({ line: line.line, column, code: 'slutt-for-start', sentence });
    return wrong.length === 0;
  });
}

interface Bounds {
  readonly from: OsloDate;
  readonly received: OsloDate;
  readonly seniority: OsloDate | undefined;
  readonly begun: OsloDate | null;
}

function tooEarly({ type, occurredOn, column }: ReadFact, { from, received, seniority, begun }: Bounds): { column: string; sentence: string } | null {
  if (type === receiptEvent && seniority !== undefined && seniority > received) return { column, sentence: `Ansiennitetsdatoen ${seniority} er etter dagen henvisningen kom (${received}).` };
  if (occurredOn < from) return { column, sentence: `«${type}» er dagsatt ${occurredOn}, før henvisningen kom (${received}). Rett datoen som er feil.` };
  if (begun !== null && occurredOn < begun && afterwards.some(([, last]) => last === type)) return { column, sentence: `«${type}» er dagsatt ${occurredOn}, før helsehjelpen startet (${begun}). Rett datoen som er feil.` };
  return null;
}

/** Each fact once, in the order of its first line. */
function factsOf(lines: readonly ReadLine[]): GatheredFact[] {
  const facts = new Map<string, GatheredFact>();
  for (const { line, facts: told } of lines) {
    for (const fact of told) if (!facts.has(fact.key)) facts.set(fact.key, { ...fact, line });
  }
  return [...facts.values()];
}
