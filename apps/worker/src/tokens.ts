export const LEDGER = Symbol('ledger');
export const TEMPORAL = Symbol('temporal');
export const KEPT_WORKER = Symbol('kept worker');
