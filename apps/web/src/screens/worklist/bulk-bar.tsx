import { BodyShort, Button, HStack } from '@navikt/ds-react';
import { mostInBulk, type BulkKind } from './bulk.js';
import { useText } from './messages.js';

interface Props {
  readonly count: number;
  readonly onAct: (kind: BulkKind) => void;
  readonly onClear: () => void;
}

const kinds: readonly BulkKind[] = ['assign', 'remind', 'ask'];

/** What can be done with those that are selected. */
export function BulkBar({ count, onAct, onClear }: Props) {
  const text = useText();
  return (
    <section className="app-bulk" aria-label={text('bulkBar')}>
      <HStack gap="space-8" align="center" wrap>
        <BodyShort role="status">{text('selected', { count })}</BodyShort>
        {kinds.map((kind) => (
          <Button key={kind} size="small" variant="secondary" disabled={count > mostInBulk} onClick={() => onAct(kind)}>
            {text(`bulk-${kind}`)}
          </Button>
        ))}
        <Button size="small" variant="tertiary" onClick={onClear}>{text('clearSelection')}</Button>
        {count > mostInBulk && <BodyShort>{text('tooMany', { count: mostInBulk })}</BodyShort>}
      </HStack>
    </section>
  );
}
