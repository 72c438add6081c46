import { BodyShort, Button, Checkbox, HStack, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { meQuery } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { removeView, saveView, viewsKey, viewsQuery, type SavedView } from './queries.js';
import { searchOf, type WorklistSearch } from './wanted.js';

/** Lists under a name: one's own and the unit's, and the present one to be kept. */
export function ViewsPanel({ search }: { readonly search: WorklistSearch }) {
  const text = useText();
  const views = useQuery(viewsQuery);
  if (views.isPending) return <Loading rows={2} />;
  if (views.isError) return <ProblemView error={views.error} retry={() => void views.refetch()} />;
  const mine = views.data.views.filter((view) => view.mine);
  const shared = views.data.views.filter((view) => !view.mine);
  return (
    <section className="app-views" aria-label={text('views')}>
      {views.data.views.length === 0 && <Empty>{text('noViews')}</Empty>}
      <Views heading={text('viewsMine')} views={mine} />
      <Views heading={text('viewsUnit')} views={shared} />
      <NewView search={search} />
    </section>
  );
}

function Views({ heading, views }: { readonly heading: string; readonly views: readonly SavedView[] }) {
  if (views.length === 0) return null;
  return (
    <div>
      <BodyShort weight="semibold">{heading}</BodyShort>
      <ul className="app-results">
        {views.map((view) => (
          <OneView key={view.id} view={view} />
        ))}
      </ul>
    </div>
  );
}

function OneView({ view }: { readonly view: SavedView }) {
  const text = useText();
  const remove = useWrite(removeView, [viewsKey]);
  const again = useWrite(saveView, [viewsKey]);
  const { id, name, settings, organisationId, mine } = view;
  const undo = (): void => again.mutate({ name, settings, shareWith: organisationId }, { onError: ({ message }) => toasts.add(message) });
  return (
    <li>
      <HStack gap="space-8" align="center">
        <AppLink to="/" search={{ ...searchOf(settings), panel: 'visninger' }}>{name}</AppLink>
        {mine && organisationId !== null && <small>{text('viewShared')}</small>}
        {mine && (
          <Button size="xsmall" variant="tertiary" loading={remove.isPending} aria-label={text('viewRemove', { name })} onClick={() => remove.mutate(id, { done: () => toasts.add(text('viewRemoved', { name }), undo) })}>
            {text('remove')}
          </Button>
        )}
      </HStack>
      <WriteProblem error={remove.error ?? again.error} refresh={() => undefined} />
    </li>
  );
}

function NewView({ search }: { readonly search: WorklistSearch }) {
  const text = useText();
  const unit = useQuery(meQuery).data?.unit ?? null;
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const save = useWrite(saveView, [viewsKey]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    const { panel: _, ...settings } = search;
    save.mutate({ name: name.trim(), settings, shareWith: isShared ? (unit?.id ?? null) : null }, { onSuccess: ({ name: saved }) => { setName(''); toasts.add(text('viewSaved', { name: saved })); } });
  };
  return (
    <form onSubmit={submit}>
      <VStack gap="space-8">
        <TextField size="small" label={text('viewName')} value={name} onChange={({ target: { value } }) => setName(value)} error={isMissing && text('viewNameMissing')} />
        {unit !== null && <Checkbox size="small" checked={isShared} onChange={({ target: { checked } }) => setIsShared(checked)}>{text('viewShare', { unit: unit.name })}</Checkbox>}
        <WriteProblem error={save.error} refresh={() => undefined} />
        <div>
          <Button size="small" type="submit" variant="secondary" loading={save.isPending}>{text('viewSave')}</Button>
        </div>
      </VStack>
    </form>
  );
}
