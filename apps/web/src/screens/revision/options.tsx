import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { upFrom } from './units.js';
import { useDefinitions, useOrganisations, useSight } from './use-question.js';

/** Kinds of organisation that numbers are made up for. */
const kinds: readonly string[] = ['region', 'hospital', 'unit'];

/** One's own organisation and those below it, as they stand below each other; all, when nothing is chosen. */
export function UnitOptions() {
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
    <>
      <option value="">{text('allUnits')}</option>
      {options.map(({ id, path }) => (
        <option key={id} value={id}>
          {`${'\u2003'.repeat(path.length - least)}${path.at(-1) ?? id}`}
        </option>
      ))}
    </>
  );
}

/** The frister of each definition, as `<definition> <clock>`. @param props.whole all of a definition can be chosen too. */
export function ClockOptions({ whole = false }: { readonly whole?: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  // The last version of each names what the earlier ones did.
  const latest = [...new Map(useDefinitions().map((one) => [one.id, one])).values()];
  return latest.map(({ id, title, clocks }) => (
    <optgroup key={id} label={inLanguage(title, language)}>
      {whole && <option value={id}>{text('allClocksOf', { definition: inLanguage(title, language) })}</option>}
      {clocks.map((clock) => (
        <option key={clock.id} value={`${id} ${clock.id}`}>
          {inLanguage(clock.title, language)}
        </option>
      ))}
    </optgroup>
  ));
}
