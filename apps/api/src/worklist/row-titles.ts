import type { LoadedRules } from '@forlop/definitions';
import type { WorklistRow } from '@forlop/ledger';
import type { Definition, Text } from '@forlop/pathway';

/** What a row's codes are called in its definition, for people. */
export interface RowTitles {
  readonly step: Text;
  readonly variant: Text | null;
  /** What the row's clock asks for. */
  readonly deadline: Text | null;
  readonly owner: Text;
  readonly next: Text | null;
}

/** Adds what the codes of a row are called. A code that its definition does not name stands for itself. */
export function withTitles<Row extends Pick<WorklistRow, 'definition' | 'step' | 'variant' | 'clock' | 'owner' | 'next'>>(row: Row, rules: LoadedRules): Row & { readonly titles: RowTitles } {
  const { steps, groups, clocks, roles }: Definition = rules.definition(row.definition.id, row.definition.version).source;
  const titled = (list: readonly { readonly id: string; readonly title: Text }[], id: string): Text => list.find((one) => one.id === id)?.title ?? { nb: id };
  const role = (id: string): Text => roles[id] ?? { nb: id };
  return {
    ...row,
    titles: {
      step: titled(steps, row.step),
      variant: row.variant === null ? null : titled(groups, row.variant),
      deadline: row.clock === null ? null : titled(clocks, row.clock.clock),
      owner: role(row.owner.role),
      next: row.next === null ? null : role(row.next.role),
    },
  };
}
