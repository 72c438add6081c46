import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import { adviceFor, reasons, type ReasonCode } from './reasons.js';
import { REASON_SYSTEM } from './systems.js';

/** One thing that the sender is told. */
export interface Issue {
  /** `error`: the referral could not be accepted. `warning`: accepted, but someone should look. `information`: no fault. */
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly reason: ReasonCode;
  /** FHIRPath of the element, from the root of what was sent. Absent when nothing could be read. */
  readonly expression?: string;
  /** What is wrong, a sentence in bokmål. It never quotes a person's number. */
  readonly text: string;
}

function outcomeIssue({ severity, reason, expression, text }: Issue): OperationOutcomeIssue {
  return {
    severity,
    code: reasons[reason].issue,
    details: { coding: [{ system: REASON_SYSTEM, code: reason }] },
    diagnostics: `${text} ${adviceFor(reason)}`.trim(),
    ...(expression && { expression: [expression] }),
  };
}

/** An R4 OperationOutcome of the issues. R4 wants at least one: without any, it says that nothing was found wrong. */
export function operationOutcome(issues: readonly Issue[]): OperationOutcome {
  const told: readonly Issue[] = issues.length > 0 ? issues : [{ severity: 'information', reason: 'uten-feil', text: 'Ingen feil er funnet.' }];
  return { resourceType: 'OperationOutcome', issue: told.map(outcomeIssue) };
}

/** Whether an issue stands in the way of accepting the referral. */
export function isError({ severity }: Issue): boolean {
  return severity === 'error' || severity === 'fatal';
}
