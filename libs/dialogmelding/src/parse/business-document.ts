import type { Parsed } from '../parsed.js';
import { withDocument } from '../xml/with-document.js';
import { appRecOf, herIdsOf, isAppRec, type AppRec } from './app-rec.js';
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

const withoutZeros = (herId: string): string => herId.replace(/^0+/, '');

/**
 * Whether a document names, as its sender, the HER-id that the transport says delivered it. What a document says of itself anyone can
 * write; the transport knows who handed it over. An answer or a receipt for which this is false is shown to a person and not acted on.
 */
export function isFrom(document: BusinessDocument, herId: string): boolean {
  const named = document.kind === 'app-rec' ? herIdsOf(document.appRec.sender) : document.message.sender.herIds;
  return named.some((each) => withoutZeros(each) === withoutZeros(herId));
}
