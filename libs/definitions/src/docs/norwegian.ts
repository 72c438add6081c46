import type { ClockSpec, Condition, Definition, EventMatch, FieldTest, RuleStatus, Scalar, Span } from '@forlop/pathway';
import { eventNamed, fieldOf } from '../checks/context.js';
import { listed } from './markdown.js';

/** How binding a rule is, in words. */
export const STATUS: Readonly<Record<RuleStatus, string>> = {
  'in-force': 'gjeldende', draft: 'høringsutkast', proposed: 'foreslått', local: 'lokalt valg',
};

export const KIND: Readonly<Record<ClockSpec['kind'], string>> = {
  legal: 'lovfestet frist', pathway: 'forløpstid (gir ingen rett)', guiding: 'veiledende', statistic: 'statistikk (ingen frist)',
};

const UNITS: Readonly<Record<Span['unit'], readonly [one: string, many: string]>> = {
  virkedag: ['virkedag', 'virkedager'], dag: ['dag', 'dager'], uke: ['uke', 'uker'], maned: ['måned', 'måneder'], ar: ['år', 'år'],
};

export const spanText = ({ value, unit }: Span): string => `${value} ${UNITS[unit][value === 1 ? 0 : 1]}`;

/** An interval: `hver uke`, `hver 2. uke`, `hvert år`. */
export function everyText({ value, unit }: Span): string {
  const number = value === 1 ? '' : `${value}. `;
  return `${unit === 'ar' ? 'hvert' : 'hver'} ${number}${UNITS[unit][0]}`;
}

/** A title in the middle of a sentence; abbreviations keep their capitals. */
const inSentence = (title: string): string => (/^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** Says a definition's matches and conditions in bokmål, with the titles and code texts of that definition. */
export class Wording {
  constructor(private readonly definition: Definition) {}

  role(id: string): string {
    return this.definition.roles[id]?.nb ?? id;
  }

  step(id: string): string {
    return `«${this.definition.steps.find((s) => s.id === id)?.title.nb ?? id}»`;
  }

  command(id: string): string {
    return `«${this.definition.commands.find((c) => c.id === id)?.title.nb ?? id}»`;
  }

  event(name: string): string {
    const spec = eventNamed(this.definition, name);
    const title = spec === 'age-mark' ? this.definition.ageMarks[name.slice(1)]?.title.nb : spec?.title.nb;
    return `«${title ?? name}»`;
  }

  /** Several ways in which the same thing comes about. */
  anyOf(matches: readonly EventMatch[]): string {
    const texts = matches.map((match) => this.match(match));
    // «A eller B, når C» would let the condition be read of both.
    return matches.some(({ when }) => when !== undefined) ? texts.join('; eller ') : listed(texts, 'eller');
  }

  /** What makes the rules remember something: `«Svar på henvisningen er sendt» (mottaker er «Pasienten») → ja`. */
  setter({ field, date, value, keepFirst, ...match }: Definition['attributes'][string]['setBy'][number]): string {
    const set = date === true ? 'dagen' : field === undefined ? this.value(value ?? '') : `feltet \`${field}\``;
    return `${this.match(match)} → ${set}${keepFirst === true ? ', bare første gang' : ''}`;
  }

  match({ event, where, when }: EventMatch): string {
    const data = Object.entries(where ?? {}).map(([field, test]) => this.fieldTest(event, field, test));
    const condition = when === undefined ? '' : `, når ${this.condition(when)}`;
    return `${this.event(event)}${data.length === 0 ? '' : ` (${listed(data, 'og')})`}${condition}`;
  }

  condition(condition: Condition): string {
    return this.say(condition, '');
  }

  /** `not` is `ikke ` where the condition is denied: in bokmål it stands before the verb. */
  private say(condition: Condition, not: '' | 'ikke '): string {
    if ('all' in condition) return this.joined(condition.all, 'og', not);
    if ('any' in condition) return this.joined(condition.any, 'eller', not);
    if ('not' in condition) return not === '' ? this.say(condition.not, 'ikke ') : this.say(condition.not, '');
    if ('attribute' in condition) return this.attribute(condition.attribute, condition.test, not);
    if ('parameter' in condition) return `valget \`${condition.parameter}\` ${not}er ${String(condition.is)}`;
    if ('age' in condition) return this.age(condition.age, not);
    if ('happened' in condition) return `${this.match({ event: condition.happened, ...(condition.where === undefined ? {} : { where: condition.where }) })} ${not}er registrert`;
    if ('step' in condition) return `pasienten ${not}er i steget ${listed(condition.step.map((s) => this.step(s)), 'eller')}`;
    if ('missing' in condition) return `kravet \`${condition.missing}\` ${not}mangler noe`;
    return `pasienten ${not}er i gruppen \`${condition.group}\``;
  }

  private joined(conditions: readonly Condition[], word: 'og' | 'eller', not: '' | 'ikke '): string {
    const text = listed(conditions.map((c) => this.part(c)), word);
    return not === '' ? text : `det ikke er slik at (${text})`;
  }

  /** A condition inside another one: composed ones in parentheses. */
  private part(condition: Condition): string {
    return 'all' in condition || 'any' in condition ? `(${this.condition(condition)})` : this.condition(condition);
  }

  private attribute(name: string, test: FieldTest, not: '' | 'ikke '): string {
    const spec = this.definition.attributes[name];
    const setter = spec?.setBy.find((s) => s.field !== undefined);
    const label = (value: Scalar) => (setter?.field === undefined ? this.value(value) : this.codeText(setter.event, setter.field, value));
    const title = spec?.title.nb ?? name;
    return `${typeof test.is === 'boolean' ? `«${title}»` : inSentence(title)} ${not}${testText(test, label)}`;
  }

  private fieldTest(event: string, field: string, test: FieldTest): string {
    return `${inSentence(fieldOf(this.definition, event, field)?.title.nb ?? field)} ${testText(test, (value) => this.codeText(event, field, value))}`;
  }

  private codeText(event: string, field: string, value: Scalar): string {
    const text = fieldOf(this.definition, event, field)?.codes?.[String(value)]?.nb;
    return text === undefined ? this.value(value) : `«${text}»`;
  }

  private value(value: Scalar): string {
    return typeof value === 'boolean' ? (value ? 'ja' : 'nei') : String(value);
  }

  private age({ at, below, from }: { at?: string; below?: number; from?: number }, not: '' | 'ikke '): string {
    const limits = [...(from === undefined ? [] : [`minst ${from} år`]), ...(below === undefined ? [] : [`under ${below} år`])];
    return `pasienten ${not}er ${listed(limits, 'og')}${at === undefined ? '' : ` ved ${inSentence(this.definition.attributes[at]?.title.nb ?? at)}`}`;
  }
}

function testText(test: FieldTest, label: (value: Scalar) => string): string {
  const parts: string[] = [];
  if (test.is !== undefined) parts.push(`er ${label(test.is)}`);
  if (test.not !== undefined) parts.push(`er ikke ${label(test.not)}`);
  if (test.in !== undefined) parts.push(`er ${listed(test.in.map(label), 'eller')}`);
  if (test.notIn !== undefined) parts.push(`er verken ${listed(test.notIn.map(label), 'eller')}`);
  if (test.includes !== undefined) parts.push(`har med ${label(test.includes)}`);
  if (test.atLeast !== undefined) parts.push(`er minst ${test.atLeast}`);
  if (test.below !== undefined) parts.push(`er under ${test.below}`);
  if (test.absent === true) parts.push('er ikke oppgitt');
  if (test.absent === false) parts.push('er oppgitt');
  return parts.join(' og ');
}
