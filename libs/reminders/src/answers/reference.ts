/** What people read out on the telephone: it finds the pathway for those who see it, and says nothing by itself. */
export const referenceOf = (pathwayId: string): string => pathwayId.replaceAll('-', '').slice(0, 8).toUpperCase();
