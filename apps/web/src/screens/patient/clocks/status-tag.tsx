import { Tag } from '@navikt/ds-react';
import { useText } from '../messages.js';
import type { Clock } from '../queries.js';

const colours = { broken: 'danger', 'met-late': 'danger', 'at-risk': 'warning', warned: 'warning', met: 'success' } as const;

/** A clock's status: its word, and a colour beside it. */
export function StatusTag({ status }: { readonly status: Clock['status'] }) {
  const text = useText();
  return (
    <Tag size="small" variant="outline" data-color={colours[status as keyof typeof colours] ?? 'neutral'}>
      {text(`status-${status}`)}
    </Tag>
  );
}
