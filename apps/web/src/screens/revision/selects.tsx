import { Select } from '@navikt/ds-react';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { upFrom } from './units.js';
import { useDefinitions, useOrganisations, useSight } from './use-question.js';

/** Kinds of organisation that numbers are made up for. */
const kinds: readonly string[] = ['region', 'hospital', 'unit'];

interface Props {
  /** Empty: all. */
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** One's own organisation and those below it, as they stand below each other. */
export function UnitSelect({ value, choose, none, error }: Props & { readonly none?: string; readonly error?: string | undefined }) {
  const text = useText();
  const { own } = useSight();
  const organisations = useOrganisations();
  const known = new Map(organisations.map((one) => [one.id, one]));
  const options = organisations
    .filter(({ id, kind }) => kinds.includes(kind) && (own === null || upFrom(known, id).includes(own)))
    .map(({ id }) => ({ id, path: upFrom(known, id).toReversed().map((one) => known.get(one)?.name ?? one) }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n'), 'nb'));
  const least = Math.min(...options.map(({ path }) => path.length));
  return (
    <Select label={text('unit')} size="small" value={value} error={error} onChange={({ target }) => choose(target.value)}>
      <option value="">{none ?? text('allUnits')}</option>
      {value !== '' && !options.some(({ id }) => id === value) && <option value={value}>{known.get(value)?.name ?? value}</option>}
      {options.map(({ id, path }) => (
        <option key={id} value={id}>
          {`${'\u2003'.repeat(path.length - least)}${path.at(-1) ?? id}`}
        </option>
      ))}
    </Select>
  );
}

interface ClockProps extends Props {
  readonly label: string;
  /** What stands for none. */
  readonly none: string;
  /** All frister of a definition can be chosen too. */
  readonly whole?: boolean;
  readonly error?: string | undefined;
}

/** The frister of each definition, as `<definition> <clock>`. */
export function ClockSelect({ value, choose, label, none, whole = false, error }: ClockProps) {
  const text = useText();
  const { language } = useLanguage();
  // The last version of each names what the earlier ones did.
  const latest = [...new Map(useDefinitions().map((one) => [one.id, one])).values()];
  const isKnown = value === '' || latest.some(({ id, clocks }) => value === id || clocks.some((clock) => value === `${id} ${clock.id}`));
  return (
    <Select label={label} size="small" value={value} error={error} onChange={({ target }) => choose(target.value)}>
      <option value="">{none}</option>
      {/* A link may name a rule of no definition in particular, or one that is no longer here: it is what is asked all the same. */}
      {!isKnown && <option value={value}>{value.trim()}</option>}
      {latest.map(({ id, title, clocks }) => (
        <optgroup key={id} label={inLanguage(title, language)}>
          {whole && <option value={id}>{text('allClocksOf', { definition: inLanguage(title, language) })}</option>}
          {clocks.map((clock) => (
            <option key={clock.id} value={`${id} ${clock.id}`}>
              {inLanguage(clock.title, language)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
