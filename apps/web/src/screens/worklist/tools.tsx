import { Button, HStack } from '@navikt/ds-react';
import { useMutation } from '@tanstack/react-query';
import { useMay } from '../../client/me.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { fileOf, type ListQuery } from './queries.js';
import { filterCount, type Panel, type WorklistSearch } from './wanted.js';

interface Props {
  readonly search: WorklistSearch;
  readonly query: ListQuery;
  readonly onPanel: (panel: Panel) => void;
  readonly onPrint: () => void;
}

/** What can be done with the whole list: narrow it, keep it under a name, take it out as a file or on paper. */
export function Tools({ search, query, onPanel, onPrint }: Props) {
  const text = useText();
  const mayExport = useMay('worklist.export');
  const mayKeep = useMay('views.own');
  const file = useMutation({ mutationFn: fileOf, onSuccess: (content) => keepFile(content, text('fileName')) });
  const chosen = filterCount(search);
  return (
    <>
      <HStack gap="space-8" wrap className="app-tools">
        <Button size="small" variant="secondary" aria-expanded={search.panel === 'filter'} onClick={() => onPanel('filter')}>
          {chosen === 0 ? text('filters') : text('filtersChosen', { count: chosen })}
        </Button>
        {mayKeep && (
          <Button size="small" variant="secondary" aria-expanded={search.panel === 'visninger'} onClick={() => onPanel('visninger')}>
            {text('views')}
          </Button>
        )}
        {mayExport && (
          <Button size="small" variant="tertiary" loading={file.isPending} onClick={() => file.mutate(query)}>
            {text('file')}
          </Button>
        )}
        <Button size="small" variant="tertiary" onClick={onPrint}>
          {text('print')}
        </Button>
      </HStack>
      <WriteProblem error={file.error} refresh={() => undefined} />
    </>
  );
}

/** Hands the file to the browser's downloads. */
function keepFile(content: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
