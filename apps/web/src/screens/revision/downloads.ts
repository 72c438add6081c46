/** The files that a report can be had as: what each is called, and where the API gives it for the same question. */
export const downloads = [{ id: 'csv', path: '/api/v1/compliance/report/csv' }] as const;
