/** The files that a report can be had as: what each is called, and where the API gives it for the same question. */
export const downloads = [
  { id: 'xlsx', path: '/api/v1/compliance/report/xlsx' },
  { id: 'pdf', path: '/api/v1/compliance/report/pdf' },
  { id: 'csv', path: '/api/v1/compliance/report/csv' },
] as const;

/** The referrals received in the period as rows with the official codes, for whoever may open a number. */
export const nprDownloads = [
  { id: 'npr-xlsx', path: '/api/v1/compliance/npr/xlsx' },
  { id: 'npr-csv', path: '/api/v1/compliance/npr/csv' },
] as const;
