import { Select, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { DayField } from '../../shared/day-field.js';
import { dayShown } from '../../shared/day.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { monthEnds, partsOf, proposedYear } from './period.js';
import { reportQuery } from './queries.js';
import { periodOf, questionOf } from './question.js';
import { revisionRoute } from './route.js';
import { cohorts, periodIn, type Tab } from './search.js';
import { ClockSelect, UnitSelect } from './selects.js';
import { useGo, useMayOpen, useTitles } from './use-question.js';

/** How many years back can be chosen. */
const yearsBack = 12;

/** The question: which organisation, which frist, which period, and as of when. Each choice stands in the address at once. */
export function Choices({ tab }: { readonly tab: Tab }) {
  const text = useText();
  const mayOpen = useMayOpen();
  return (
    <section className="revision-choices" aria-label={text('choices')}>
      <UnitChoice />
      <ClockChoice />
      <PeriodChoice whole={!mayOpen} />
      {mayOpen ? <DayChoice /> : <MonthEndChoice />}
      {mayOpen && <CohortChoice />}
      {mayOpen && <KnownChoice />}
      {mayOpen && tab === 'tall' && <SplitChoices />}
    </section>
  );
}

function UnitChoice() {
  const go = useGo();
  const { enhet } = revisionRoute.useSearch();
  return <UnitSelect value={enhet ?? ''} choose={(unit) => go({ enhet: unit === '' ? undefined : unit })} />;
}

function ClockChoice() {
  const text = useText();
  const go = useGo();
  const { frist, forlop } = revisionRoute.useSearch();
  const choose = (value: string): void => {
    const [definition, clock] = value.split(' ');
    go({ forlop: definition === '' ? undefined : definition, frist: clock });
  };
  return <ClockSelect label={text('frist')} none={text('allClocks')} whole value={[forlop ?? '', frist].filter((part) => part !== undefined).join(' ')} choose={choose} />;
}

/** @param props.whole only whole years are given. */
function PeriodChoice({ whole }: { readonly whole: boolean }) {
  const text = useText();
  const go = useGo();
  const periode = periodOf(revisionRoute.useSearch());
  const year = periode.slice(0, 4);
  const newest = Number(proposedYear());
  const years = Array.from({ length: yearsBack }, (_, n) => String(newest - n));
  return (
    <>
      <Select label={text('year')} size="small" value={year} onChange={({ target }) => go({ periode: periodIn(periode.replace(year, target.value)) })}>
        {(years.includes(year) ? years : [...years, year]).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      {!whole && (
        <Select label={text('part')} size="small" value={periode} onChange={({ target }) => go({ periode: periodIn(target.value) })}>
          {partsOf(year).map((part) => (
            <option key={part} value={part}>
              {text(`part-${part.slice(5) === '' ? 'year' : part.slice(5)}` as 'part-year')}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

/** Goes there when the day is whole: while it is typed it is another day for each digit. */
function DayChoice() {
  const text = useText();
  const go = useGo();
  const { dag } = revisionRoute.useSearch();
  const [written, setWritten] = useState({ of: dag, day: dag ?? '' });
  const shown = written.of === dag ? written.day : (dag ?? '');
  const ask = (): void => {
    if (shown !== (dag ?? '')) go({ dag: shown === '' ? undefined : shown });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask();
  };
  return (
    <form onSubmit={submit}>
      <DayField label={text('day')} value={shown} onChange={({ target }) => setWritten({ of: dag, day: target.value })} onBlur={ask} />
    </form>
  );
}

/** By what is known now, or as it was shown then: by what was recorded before a day was over. A link may name a place in the ledger instead. */
function KnownChoice() {
  const { kjent } = revisionRoute.useSearch();
  return typeof kjent === 'number' ? <KnownPlace place={kjent} /> : <KnownDay day={kjent} />;
}

function KnownDay({ day }: { readonly day: string | undefined }) {
  const text = useText();
  const go = useGo();
  const [written, setWritten] = useState({ of: day, day: day ?? '' });
  const shown = written.of === day ? written.day : (day ?? '');
  const ask = (): void => {
    if (shown !== (day ?? '')) go({ kjent: shown === '' ? undefined : shown });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask();
  };
  return (
    <form onSubmit={submit}>
      <DayField label={text('known')} description={text('knownPlaceholder')} value={shown} onChange={({ target }) => setWritten({ of: day, day: target.value })} onBlur={ask} />
    </form>
  );
}

function KnownPlace({ place }: { readonly place: number }) {
  const text = useText();
  const go = useGo();
  const [written, setWritten] = useState(String(place));
  const isWrong = written !== '' && !/^\d{1,15}$/.test(written);
  const ask = (): void => {
    if (!isWrong && written !== String(place)) go({ kjent: written === '' ? undefined : Number(written) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={text('knownPlace')} size="small" inputMode="numeric" value={written} error={isWrong ? text('missing-length') : undefined} onChange={({ target }) => setWritten(target.value.trim())} onBlur={ask}
      />
    </form>
  );
}

/** For whoever is given numbers as of the last day of a month alone. */
function MonthEndChoice() {
  const text = useText();
  const go = useGo();
  const { language } = useLanguage();
  const search = revisionRoute.useSearch();
  const { dag } = search;
  const ends = monthEnds(periodOf(search).slice(0, 4));
  return (
    <Select label={text('day')} size="small" value={dag ?? ''} onChange={({ target }) => go({ dag: target.value === '' ? undefined : target.value })}>
      <option value="">{text('lastMonth')}</option>
      {(dag === undefined || ends.includes(dag) ? ends : [dag, ...ends]).map((day) => (
        <option key={day} value={day}>
          {dayShown(day, language)}
        </option>
      ))}
    </Select>
  );
}

function CohortChoice() {
  const text = useText();
  const go = useGo();
  const { etter } = revisionRoute.useSearch();
  return (
    <Select label={text('cohort')} size="small" value={etter ?? ''} onChange={({ target }) => go({ etter: target.value === '' ? undefined : (target.value as keyof typeof cohorts) })}>
      <option value="">{text('cohort-start')}</option>
      {(Object.keys(cohorts) as (keyof typeof cohorts)[]).map((one) => (
        <option key={one} value={one}>
          {text(`cohort-${one}`)}
        </option>
      ))}
    </Select>
  );
}

/** Version of the definition, variant and step, as far as the numbers have several. */
function SplitChoices() {
  const text = useText();
  const go = useGo();
  const search = revisionRoute.useSearch();
  const { versjon, variant, steg, ...whole } = search;
  const { group: groupOf, step: stepOf } = useTitles();
  const report = useQuery({ ...reportQuery({ ...questionOf(whole), split: 'version,variant,step' }), enabled: search.frist !== undefined });
  if (search.frist === undefined) return null;
  const words = (by: Split, chosen: string | undefined): readonly string[] =>
    [...new Set([...(report.data?.report.lines ?? []).map(({ split }) => split[by]), chosen])].filter((word): word is string => typeof word === 'string').sort();
  const shown: Readonly<Record<Split, (word: string) => string>> = { version: (word) => word, variant: groupOf, step: (word) => stepOf(search.forlop ?? '', word) };
  const choice = (by: Split, chosen: string | undefined, choose: (word: string | undefined) => void) => (
    <Select label={text(by)} size="small" value={chosen ?? ''} onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}>
      <option value="">{text(`all-${by}`)}</option>
      {words(by, chosen).map((word) => (
        <option key={word} value={word}>
          {shown[by](word)}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {choice('version', versjon, (word) => go({ versjon: word }))}
      {choice('variant', variant, (word) => go({ variant: word }))}
      {choice('step', steg, (word) => go({ steg: word }))}
    </>
  );
}

type Split = 'version' | 'variant' | 'step';
