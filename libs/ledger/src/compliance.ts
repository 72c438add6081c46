import type { LedgerContext } from './context.js';
import { complianceCell } from './compliance/cell.js';
import { complianceEventLog } from './compliance/event-log.js';
import { complianceNpr } from './compliance/npr.js';
import { compliancePlace } from './compliance/place.js';
import { complianceReport, publicComplianceReport } from './compliance/report.js';
import { complianceTallies } from './compliance/tallies.js';
import { today } from './worklist/worklist.js';
import type { Compliance } from './types/compliance.js';

/** The calls of `Compliance`, given what they all work with. */
export function complianceOf(context: LedgerContext): Compliance {
  const bound = <A extends readonly unknown[], R>(work: (context: LedgerContext, ...args: A) => R) => (...args: A): R => work(context, ...args);
  return {
    complianceDay: bound(today),
    compliancePlace: bound(compliancePlace),
    complianceTallies: bound(complianceTallies),
    complianceReport: bound(complianceReport),
    publicComplianceReport: bound(publicComplianceReport),
    complianceCell: bound(complianceCell),
    complianceEventLog: bound(complianceEventLog),
    complianceNpr: bound(complianceNpr),
  };
}
