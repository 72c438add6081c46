import { BodyShort, Checkbox, CheckboxGroup, Heading, Select, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../../client/me.js';
import { useWrite } from '../../../client/use-write.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from '../messages.js';
import { ClockSelect, UnitSelect } from '../selects.js';
import { nextQuery, readersQuery, saveSchedule, schedulesKey, type Schedule } from './queries.js';
import { Receivers } from './receivers.js';
import { useScheduleWords } from './words.js';
import { cadences, formats, inputOf, lackingIn, languages, newSchedule, periodsOf, timingOf, withCadence, writtenOf, type Cadence, type Lacking, type Period, type Written } from './written.js';

interface Props {
  /** Null: a new one. */
  readonly schedule: Schedule | null;
  /** With the id of what was saved; without: given up. */
  readonly close: (id?: string) => void;
}

/** What a report is of, when it is made and who is told, with what follows at the top. */
export function ScheduleForm({ schedule, close }: Props) {
  const text = useText();
  const me = useQuery(meQuery).data;
  const [written, setWritten] = useState<Written>(() => (schedule === null ? newSchedule(text('schedule-title'), me?.unit?.id ?? '') : writtenOf(schedule, schedule.owner.id === me?.id)));
  const [lacking, setLacking] = useState<readonly Lacking[]>([]);
  const write = useWrite(saveSchedule(schedule?.id ?? null), [schedulesKey]);
  const readers = useQuery(readersQuery(written.organisationId)).data?.readers ?? [];
  const set = (change: Partial<Written>): void => setWritten({ ...written, ...change });
  const said = (what: Lacking): string | undefined => (lacking.includes(what) ? text(`schedule-lacking-${what}`) : undefined);
  const save = (): void => {
    const missing = lackingIn(written);
    setLacking(missing);
    if (missing.length === 0) write.mutate(inputOf(written), { done: ({ title }) => toasts.add(text('schedule-saved', { title })), onSuccess: ({ id }) => close(id) });
    else document.getElementById(`schedule-${missing[0]!}`)?.focus();
  };
  return (
    <WriteForm noValidate save={text('schedule-save')} write={write} submit={save} cancel={() => close()} refresh={() => undefined}>
      <Heading level="2" size="small">
        {text(schedule === null ? 'schedule-new' : 'schedule-changing', { title: schedule?.title ?? '' })}
      </Heading>
      <Follows written={written} />
      <TextField id="schedule-title" size="small" label={text('schedule-name')} autoComplete="off" maxLength={200} value={written.title} error={said('title')} onChange={({ target }) => set({ title: target.value })} />
      <div id="schedule-organisation" tabIndex={-1}>
        <UnitSelect value={written.organisationId} choose={(organisationId) => set({ organisationId, receivers: {} })} none={text('schedule-chooseUnit')} error={said('organisation')} />
      </div>
      <ClockSelect label={text('frist')} none={text('allClocks')} whole value={written.clock} choose={(clock) => set({ clock })} />
      <Checkbox size="small" checked={written.byVariant} onChange={({ target }) => set({ byVariant: target.checked })}>
        {text('schedule-byVariant')}
      </Checkbox>
      <Select size="small" label={text('schedule-cadence')} value={written.cadence} onChange={({ target }) => setWritten(withCadence(written, target.value as Cadence))}>
        {cadences.map((one) => <option key={one} value={one}>{text(`cadence-${one}`)}</option>)}
      </Select>
      {written.cadence === 'weekly' && (
        <Select size="small" label={text('schedule-weekday')} description={text('schedule-holiday')} value={written.weekday} onChange={({ target }) => set({ weekday: Number(target.value) })}>
          {([1, 2, 3, 4, 5] as const).map((one) => <option key={one} value={one}>{text(`weekday-${one}`)}</option>)}
        </Select>
      )}
      <Select size="small" label={text('schedule-period')} value={written.period} onChange={({ target }) => set({ period: target.value as Period })}>
        {periodsOf[written.cadence].map((one) => <option key={one} value={one}>{text(`period-${one}`)}</option>)}
      </Select>
      <CheckboxGroup id="schedule-formats" tabIndex={-1} size="small" legend={text('schedule-formats')} value={[...written.formats]} error={said('formats')} onChange={(chosen: Written['formats']) => set({ formats: chosen })}>
        {formats.map((one) => <Checkbox key={one} value={one}>{text(`format-${one}`)}</Checkbox>)}
      </CheckboxGroup>
      <TextField id="schedule-ownerEmail" size="small" type="email" label={text('schedule-ownerEmail')} description={text('schedule-ownerEmailWhy')} value={written.ownerEmail} error={said('ownerEmail')} onChange={({ target }) => set({ ownerEmail: target.value })} />
      <Receivers readers={readers} chosen={written.receivers} me={me?.id ?? ''} mine={written.ownerEmail} choose={(receivers) => set({ receivers })} error={said('receivers')} />
      <Select size="small" label={text('schedule-language')} value={written.language} onChange={({ target }) => set({ language: target.value as Written['language'] })}>
        {languages.map((one) => <option key={one} value={one}>{text(`mail-language-${one}`)}</option>)}
      </Select>
    </WriteForm>
  );
}

/** What will happen, before it is saved. */
function Follows({ written }: { readonly written: Written }) {
  const text = useText();
  const words = useScheduleWords();
  const next = useQuery(nextQuery(timingOf(written))).data;
  return (
    <div className="revision-follows" aria-live="polite">
      {next !== undefined && <BodyShort weight="semibold">{words.next(next)}</BodyShort>}
      <BodyShort size="small">{text('schedule-follows')}</BodyShort>
    </div>
  );
}
