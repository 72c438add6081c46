/**
 * Version of the rules' machinery, stamped on every evaluation and report. Raise it when the same facts and definition
 * could give another answer.
 */
export const KERNEL_VERSION = '1.2.0';
