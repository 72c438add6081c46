/** What `forlop audit --out` can write. */
export const fileFormats = ['json', 'xlsx', 'pdf', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];
