import { useCallback, useState } from 'react';
import type { Row } from './queries.js';

/** The rows that are selected, by pathway: a pathway that stands in the list twice is selected once. */
export function useSelection() {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const toggle = useCallback((row: Row) => setSelected((before) => {
    const after = new Map(before);
    if (!after.delete(row.pathwayId)) after.set(row.pathwayId, row);
    return after;
  }), []);
  const set = useCallback((rows: readonly Row[]) => setSelected(new Map(rows.map((row) => [row.pathwayId, row]))), []);
  const clear = useCallback(() => setSelected(new Map()), []);
  return { selected, toggle, set, clear };
}
