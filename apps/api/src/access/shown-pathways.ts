/** The pathways that an answer shows: its own `pathwayId`, and those of its rows or hits. */
export function shownPathways(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { pathwayId, rows, hits } = body as { pathwayId?: unknown; rows?: unknown; hits?: unknown };
  const listed = [rows, hits].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [])).flatMap((row) => shownPathways(row));
  return [...new Set([...(typeof pathwayId === 'string' ? [pathwayId] : []), ...listed])];
}
