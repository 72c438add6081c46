import type { Code } from '../code-systems.js';
import { namespaces } from '../namespaces.js';
import { Unreadable, type Parsed } from '../parsed.js';
import type { Element } from '../xml/element.js';
import { withDocument, type OpenDocument } from '../xml/with-document.js';
import { codeOf, identifiersOf, type Identifiers } from './codes.js';

/** What a receiver's system did with a message (8258). */
export type AppRecStatus = 'ok' | 'rejected' | 'ok-error-in-part';

/** One reason why a message, or a part of it, was not taken. */
export interface AppRecError extends Code {
  /** The sender's own words on it. */
  readonly detail: string | null;
}

/** Who wrote an AppRec, or whom it is to: the organisation, its department and its person, each with its identifiers. */
export interface AppRecParty {
  readonly name: string | null;
  readonly identifiers: Identifiers;
  readonly department: { readonly name: string | null; readonly identifiers: Identifiers } | null;
  readonly person: { readonly name: string | null; readonly identifiers: Identifiers } | null;
}

/** An application receipt (applikasjonskvittering). */
export interface AppRec {
  readonly version: '1.0' | '1.1';
  readonly id: string;
  /** As it stands: version 1.0 need not have an offset. */
  readonly generatedAt: string;
  readonly status: AppRecStatus;
  readonly errors: readonly AppRecError[];
  readonly sender: AppRecParty | null;
  readonly receiver: AppRecParty | null;
  /** The message that it answers. */
  readonly original: { readonly msgId: string; readonly type: string | null; readonly issuedAt: string | null };
}

const STATUS: ReadonlyMap<string, AppRecStatus> = new Map([
  ['1', 'ok'],
  ['2', 'rejected'],
  ['3', 'ok-error-in-part'],
]);

const versions: ReadonlyMap<string, AppRec['version']> = new Map([
  [namespaces.appRec10, '1.0'],
  [namespaces.appRec11, '1.1'],
]);

/** Whether a root is an AppRec's, of either version. */
export function isAppRec(root: Element): boolean {
  return root.name === 'AppRec' && versions.has(root.namespace);
}

function named(element: Element | null): AppRecParty['person'] {
  if (element === null) return null;
  const additional = element.children('AdditionalId').map((other) => [codeOf(other.child('Type'))?.code ?? null, other.textOf('Id')] as const);
  return { name: element.textOf('Name'), identifiers: identifiersOf([[codeOf(element.child('TypeId'))?.code ?? null, element.textOf('Id')], ...additional]) };
}

function party(element: Element | null): AppRecParty | null {
  const institution = element?.child('HCP', 'Inst') ?? null;
  const alone = named(element?.child('HCP', 'HCProf') ?? null);
  const itself = named(institution);
  if (itself === null || institution === null) return alone === null ? null : { name: null, identifiers: {}, department: null, person: alone };
  return { ...itself, department: named(institution.child('Dept')), person: named(institution.child('HCPerson')) };
}

function errorOf(element: Element): AppRecError | null {
  const code = codeOf(element);
  const detail = element.attribute('OT');
  if (code !== null) return { ...code, detail };
  const name = element.attribute('DN');
  return name === null && detail === null ? null : { code: 'X99', system: null, name, detail };
}

function statusOf(root: Element): AppRecStatus {
  const element = root.need('Status');
  const status = STATUS.get(element.attribute('V') ?? '');
  if (status === undefined) throw element.unreadable('invalid', 'Kvitteringen har en status som ikke finnes i kodeverk 8258.');
  return status;
}

/** Reads an open AppRec: 1.0 by its schema, 1.1 by what it must have. Throws `Unreadable`. */
export function appRecOf({ root, schemaFaults }: OpenDocument): AppRec {
  const version = versions.get(root.namespace);
  if (root.name !== 'AppRec' || version === undefined) throw root.unreadable('unknown-document', 'Dokumentet er ikke en applikasjonskvittering 1.0 eller 1.1.');
  const [wrong] = version === '1.0' ? schemaFaults('AppRec-v1.0') : [];
  if (wrong !== undefined) throw new Unreadable(wrong);
  const original = root.need('OriginalMsgId');
  return {
    version,
    id: root.needText('Id'),
    generatedAt: root.needText('GenDate'),
    status: statusOf(root),
    errors: root.children('Error').flatMap((element) => errorOf(element) ?? []),
    sender: party(root.child('Sender')),
    receiver: party(root.child('Receiver')),
    original: { msgId: original.needText('Id'), type: codeOf(original.child('MsgType'))?.code ?? null, issuedAt: original.textOf('IssueDate') },
  };
}

/** Reads an application receipt. Never throws: whatever is wrong with the document is said. */
export function readAppRec(document: Uint8Array, options: { maxBytes?: number } = {}): Parsed<AppRec> {
  return withDocument(document, appRecOf, options.maxBytes);
}

/** The HER-ids of who answered, the most particular first: the person's, the department's, the organisation's. */
export function herIdsOf(who: AppRecParty | null): readonly string[] {
  return [who?.person, who?.department, who].flatMap((one) => one?.identifiers['HER'] ?? []);
}
