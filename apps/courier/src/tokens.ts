export const LEDGER = Symbol('ledger');
export const KEPT_WORKER = Symbol('kept worker');
export const INBOX = Symbol('inbox');
