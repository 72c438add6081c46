import { CalendarError, osloDateOf, tryOsloDate, type OsloDate } from '@forlop/calendar';
import { textOf, type Findings, type Node } from './node.js';

/** A date without its day, which R4 allows and no deadline can start from. */
const PARTIAL = /^\d{4}(-\d{2})?$/;

/** True for `YYYY` and `YYYY-MM`. */
export function isPartialDate(value: unknown): boolean {
  return typeof value === 'string' && PARTIAL.test(value);
}

/**
 * The Oslo date of an R4 date, dateTime or instant. A point in time becomes the date that it has in Norway: 22:30 UTC on
 * 31 March is 1 April. Anything without a day, or a time without its zone, is reported: guessing would move a deadline.
 */
export function readDate(node: Node, findings: Findings): OsloDate | undefined {
  const written = textOf(node, findings);
  if (written === undefined) {
    return undefined;
  }
  if (isPartialDate(written)) {
    findings.error('ugyldig-dato', node, 'Datoen mangler dag.');
    return undefined;
  }
  if (!written.includes('T')) {
    const date = tryOsloDate(written);
    if (date === undefined) {
      findings.error('ugyldig-dato', node, 'Datoen finnes ikke i kalenderen.');
    }
    return date;
  }
  return dateOfInstant(written, node, findings);
}

function dateOfInstant(written: string, node: Node, findings: Findings): OsloDate | undefined {
  try {
    return osloDateOf(written);
  } catch (error) {
    if (!(error instanceof CalendarError)) {
      throw error;
    }
    findings.error('ugyldig-dato', node, 'Tidspunktet finnes ikke, eller tidssonen mangler.');
    return undefined;
  }
}
