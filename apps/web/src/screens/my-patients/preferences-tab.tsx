import { BodyLong, Button, Fieldset, Select, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../client/problem.js';
import { useWrite } from '../../client/use-write.js';
import { DayField } from '../../shared/day-field.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { choose, preferencesKey, preferencesQuery, type Preferences, type PreferencesInput } from './queries.js';

/** How I want to be reminded. */
export function PreferencesTab() {
  const text = useText();
  const preferences = useQuery(preferencesQuery);
  if (preferences.isPending) return <Loading />;
  if (preferences.error instanceof Problem && preferences.error.status === 404) return <Empty>{text('noReminders')}</Empty>;
  if (preferences.isError) return <ProblemView error={preferences.error} retry={() => void preferences.refetch()} />;
  return <Form preferences={preferences.data} refresh={() => void preferences.refetch()} />;
}

function Form({ preferences, refresh }: { readonly preferences: Preferences; readonly refresh: () => void }) {
  const text = useText();
  const [typed, setTyped] = useState({
    channel: preferences.channel ?? ('' as const), frequency: preferences.frequency, maxPerWeek: preferences.maxPerWeek === null ? '' : String(preferences.maxPerWeek), language: preferences.language,
    from: preferences.awayFrom ?? '', to: preferences.awayTo ?? '', hprNumber: '',
  });
  const write = useWrite(choose, [preferencesKey]);
  const set = <Name extends keyof typeof typed>(name: Name) => ({ size: 'small' as const, value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const { channel, frequency, language, maxPerWeek, from, to, hprNumber } = typed;
  const standIn = hprNumber.trim() !== '' ? { hprNumber: hprNumber.trim() } : preferences.standInId === null ? null : { id: preferences.standInId };
  const input: PreferencesInput = {
    channel: channel === '' ? null : channel, frequency, language, maxPerWeek: maxPerWeek === '' ? null : Number(maxPerWeek),
    away: from === '' ? null : { from, to: to === '' ? null : to }, standIn: from === '' ? null : standIn,
  };
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); write.mutate(input, { done: () => toasts.add(text('chosen')) }); }}>
      <VStack gap="space-24" paddingBlock="space-16">
        <BodyLong>{text('preferencesHelp')}</BodyLong>
        <Fieldset legend={text('how')}>
          <Select label={text('channel')} {...set('channel')}>
            <option value="">{text('channelAny')}</option>
            {(['email', 'dialogmelding', 'webhook'] as const).map((one) => <option key={one} value={one}>{text(`channel-${one}`)}</option>)}
          </Select>
          <Select label={text('frequency')} {...set('frequency')}>
            {(['each', 'daily', 'weekly'] as const).map((one) => <option key={one} value={one}>{text(`frequency-${one}`)}</option>)}
          </Select>
          <TextField label={text('most')} description={text('mostHelp')} type="number" min={1} max={100} {...set('maxPerWeek')} />
          <Select label={text('language')} {...set('language')}>
            {(['nb', 'nn', 'en'] as const).map((one) => <option key={one} value={one}>{text(`language-${one}`)}</option>)}
          </Select>
        </Fieldset>
        <Fieldset legend={text('away')} description={text('awayHelp')}>
          <DayField label={text('awayFrom')} {...set('from')} />
          <DayField label={text('awayTo')} description={text('awayToHelp')} {...set('to')} />
          <TextField label={text('standIn')} description={text(preferences.standInId === null ? 'standInHelp' : 'standInKnown')} inputMode="numeric" {...set('hprNumber')} />
        </Fieldset>
        <WriteProblem error={write.error} refresh={refresh} />
        <div><Button size="small" loading={write.isPending}>{text('save')}</Button></div>
      </VStack>
    </form>
  );
}
