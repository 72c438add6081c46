import type { Citation } from '@forlop/pathway';
import type { CheckContext } from './context.js';

type Path = readonly PropertyKey[];

/**
 * Every citation names a source, and the periods of one rule's citations of one source do not overlap: on any day it is
 * plain which paragraph holds. Sections that hold together are written in one `locator`.
 */
export function checkCitations(context: CheckContext): void {
  const { sources: _, notes: __, ...rules } = context.definition;
  walk(context, rules, []);
}

function walk(context: CheckContext, node: unknown, path: Path): void {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    if (key === 'sources' && Array.isArray(value)) checkList(context, value as Citation[], at);
    else walk(context, value, at);
  }
}

function checkList({ definition, report }: CheckContext, citations: readonly Citation[], path: Path): void {
  for (const [index, citation] of citations.entries()) {
    const { source, validFrom, validTo } = citation;
    if (!Object.hasOwn(definition.sources, source)) report([...path, index, 'source'], 'unknown-source', `Kilden «${source}» finnes ikke.`);
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) report([...path, index, 'validTo'], 'period-backwards', 'Henvisningen slutter å gjelde før den begynner.');
    const clash = citations.slice(0, index).some((other) => other.source === source && overlap(other, citation));
    if (clash) report([...path, index], 'overlapping-citations', `To henvisninger til «${source}» gjelder samtidig. Gi dem hver sin periode, eller skriv dem i én.`);
  }
}

const isDated = (c: Citation): boolean => c.validFrom !== undefined || c.validTo !== undefined;

/** Undated citations side by side are different places in one source, not a change of law. */
function overlap(a: Citation, b: Citation): boolean {
  if (!isDated(a) && !isDated(b)) return false;
  return (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');
}
