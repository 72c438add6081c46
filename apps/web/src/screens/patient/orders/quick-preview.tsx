import { Alert } from '@navikt/ds-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Problem } from '../../../client/problem.js';
import { Loading } from '../../../shared/states.js';
import { useText } from '../messages.js';
import type { Command, Pathway, Preview } from '../queries.js';
import { PreviewView } from './preview-view.js';

interface Props {
  readonly pathway: Pathway;
  readonly command: Command;
  readonly preview: UseQueryResult<Preview>;
}

/** What follows, told while one types. A refusal is told here already; that the server is away is told when saving. */
export function QuickPreview({ pathway, command, preview }: Props) {
  const text = useText();
  return (
    <section aria-label={text('follows')} aria-live="polite">
      {preview.isPending && <Loading rows={2} />}
      {preview.isError && <Alert variant="warning" size="small">{refusalOf(preview.error) ?? text('previewAway')}</Alert>}
      {preview.isSuccess && <PreviewView pathway={pathway} command={command} preview={preview.data} level="4" />}
    </section>
  );
}

const refusalOf = (error: unknown): string | null => (error instanceof Problem && [400, 403, 409].includes(error.status) ? (error.body.errors?.[0]?.sentence ?? error.message) : null);
