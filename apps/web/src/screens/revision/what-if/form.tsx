import { Button, HStack, Select, Switch, Textarea, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { DayField } from '../../../shared/day-field.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { ClockSelect, UnitSelect } from '../selects.js';
import { useDefinitions, useGo, useTitles } from '../use-question.js';
import { missingIn, noChange, requestOf, units, type Change, type Unit } from './change.js';
import { calendarsQuery, startWhatIf, whatIfKey } from './queries.js';

/** Another rule, and on whom it is tried. What is typed stays until another page is opened. */
export function WhatIfForm() {
  const text = useText();
  const go = useGo();
  const { forlop, frist } = revisionRoute.useSearch();
  const [change, setChange] = useState<Change>({ ...noChange, clock: forlop === undefined || frist === undefined ? '' : `${forlop} ${frist}` });
  const [isTried, setTried] = useState(false);
  const start = useWrite(startWhatIf, [whatIfKey]);
  const title = useTitleOf(change);
  const missing = isTried ? missingIn(change) : null;
  const set = (part: Partial<Change>): void => setChange((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missingIn(change) !== null || start.isPending) return;
    start.mutate(requestOf(change, title), { onSuccess: ({ id }) => go({ beregning: id, fra: undefined, til: undefined, regel: undefined }) });
  };
  return (
    <form onSubmit={submit} noValidate className="revision-form">
      <VStack gap="space-16">
        <Switch size="small" checked={change.isWritten} onChange={({ target }) => set({ isWritten: target.checked })}>
          {text('writeYourself')}
        </Switch>
        {change.isWritten ? <Written change={change} set={set} isMissing={missing === 'written'} /> : <Parts change={change} set={set} missing={missing} />}
        <div className="revision-choices">
          <UnitSelect value={change.org} choose={(org) => set({ org })} />
          <DayField label={text('receivedFrom')} value={change.receivedFrom} onChange={({ target }) => set({ receivedFrom: target.value })} />
          <DayField label={text('receivedTo')} value={change.receivedTo} onChange={({ target }) => set({ receivedTo: target.value })} />
        </div>
        <WriteProblem error={start.error} refresh={() => start.reset()} />
        <HStack gap="space-8">
          <Button type="submit" size="small" loading={start.isPending}>
            {text('startWhatIf')}
          </Button>
        </HStack>
      </VStack>
    </form>
  );
}

interface PartProps {
  readonly change: Change;
  readonly set: (part: Partial<Change>) => void;
}

function Parts({ change: { clock, length, unit, start, calendar }, set, missing }: PartProps & { readonly missing: ReturnType<typeof missingIn> }) {
  const text = useText();
  const { language } = useLanguage();
  const events = useEventsOf(clock);
  const calendars = useQuery(calendarsQuery).data?.calendars ?? [];
  return (
    <div className="revision-choices">
      <ClockSelect label={text('ofClock')} none={text('chooseOne')} value={clock} error={missing === 'clock' ? text('missing-clock') : undefined} choose={(chosen) => set({ clock: chosen, start: '' })} />
      <div className="revision-length">
        <TextField
          label={text('newLength')} size="small" inputMode="numeric" value={length} onChange={({ target }) => set({ length: target.value.trim() })}
          error={missing === 'length' ? text('missing-length') : missing === 'nothing' ? text('missing-nothing') : undefined}
        />
        <Select label={text('lengthUnit')} size="small" value={unit} onChange={({ target }) => set({ unit: target.value as Unit })}>
          {units.map((one) => (
            <option key={one} value={one}>
              {text(`unit-${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <Select label={text('beginsWith')} size="small" value={start} onChange={({ target }) => set({ start: target.value })}>
        <option value="">{text('asNow')}</option>
        {events.map(([type, name]) => (
          <option key={type} value={type}>
            {inLanguage(name, language)}
          </option>
        ))}
      </Select>
      <Select label={text('calendar')} size="small" value={calendar} onChange={({ target }) => set({ calendar: target.value })}>
        <option value="">{text('asNow')}</option>
        {calendars.map(({ id, version, title }) => (
          <option key={`${id}@${version}`} value={`${id}@${version}`}>
            {`${title} (${version})`}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Written({ change: { written }, set, isMissing }: PartProps & { readonly isMissing: boolean }) {
  const text = useText();
  return (
    <Textarea
      label={text('written')} description={text('writtenText')} size="small" minRows={4} spellCheck={false} value={written} onChange={({ target }) => set({ written: target.value })}
      error={isMissing ? text('missing-written') : undefined}
    />
  );
}

/** What can happen in a definition, by name. */
function useEventsOf(clock: string) {
  const { language } = useLanguage();
  const [definition] = clock.split(' ');
  const events = useDefinitions().findLast(({ id }) => id === definition)?.events ?? {};
  return Object.entries(events).map(([type, { title }]) => [type, title] as const).sort(([, a], [, b]) => inLanguage(a, language).localeCompare(inLanguage(b, language), 'nb'));
}

/** What the change is called, made of what is changed: it is all that tells one answer from another later. */
function useTitleOf({ clock, length, unit, start, calendar }: Change): string {
  const text = useText();
  const { language } = useLanguage();
  const titles = useTitles();
  const events = useEventsOf(clock);
  const [definition = '', id] = clock.split(' ');
  const begun = events.find(([type]) => type === start)?.[1];
  return [
    ...(id === undefined ? [] : [titles.clock(definition, id)]),
    ...(length === '' ? [] : [text('titleLength', { length: `${length} ${text(`unit-${unit}`).toLocaleLowerCase()}` })]),
    ...(begun === undefined ? [] : [text('titleStart', { event: inLanguage(begun, language) })]),
    ...(calendar === '' ? [] : [text('titleCalendar', { calendar })]),
  ].join(', ');
}
