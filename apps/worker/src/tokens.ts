export const LEDGER = Symbol('ledger');
export const KEPT_WORKER = Symbol('kept worker');
