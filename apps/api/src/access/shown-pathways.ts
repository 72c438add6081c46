/** The pathways that an answer shows: its own, and those of its rows or hits. */
export function shownPathways(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { pathwayId, pathwayIds, rows, hits } = body as { pathwayId?: unknown; pathwayIds?: unknown; rows?: unknown; hits?: unknown };
  const listed = [rows, hits].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [])).flatMap((row) => shownPathways(row));
  const own = [pathwayId, ...(Array.isArray(pathwayIds) ? (pathwayIds as unknown[]) : [])].filter((id) => typeof id === 'string');
  return [...new Set([...own, ...listed])];
}
