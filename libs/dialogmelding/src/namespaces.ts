/** XML namespaces of the documents that are written and read. */
export const namespaces = {
  msgHead: 'http://www.kith.no/xmlstds/msghead/2006-05-24',
  dialog10: 'http://www.kith.no/xmlstds/dialog/2006-10-11',
  dialog11: 'http://www.kith.no/xmlstds/dialog/2013-01-23',
  appRec10: 'http://www.kith.no/xmlstds/apprec/2004-11-21',
  appRec11: 'http://www.kith.no/xmlstds/apprec/2012-02-15',
  schema: 'http://www.w3.org/2001/XMLSchema',
  schemaInstance: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;
