import type { Parsed } from '../parsed.js';
import { withDocument } from '../xml/with-document.js';
import { appRecOf, isAppRec, type AppRec } from './app-rec.js';
import { dialogmeldingOf, type IncomingDialogmelding } from './dialogmelding.js';

/** What may come in. */
export type BusinessDocument = { readonly kind: 'app-rec'; readonly appRec: AppRec } | { readonly kind: 'dialogmelding'; readonly message: IncomingDialogmelding };

/** Reads whatever came in by what it is, not by what its transport says it is. Never throws. */
export function readBusinessDocument(document: Uint8Array, options: { maxBytes?: number } = {}): Parsed<BusinessDocument> {
  return withDocument<BusinessDocument>(
    document,
    (opened) => (isAppRec(opened.root) ? { kind: 'app-rec', appRec: appRecOf(opened) } : { kind: 'dialogmelding', message: dialogmeldingOf(opened) }),
    options.maxBytes,
  );
}
