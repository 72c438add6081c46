import { appRecErrors, codeSystems } from '../code-systems.js';
import { namespaces } from '../namespaces.js';
import { osloDateTime } from '../build/oslo-date-time.js';
import { element, textElement, xmlDocument, type Xml } from '../build/xml-writer.js';
import type { IncomingDialogmelding } from '../parse/dialogmelding.js';
import type { AppRecStatus } from '../parse/app-rec.js';
import type { NamedUnit, Party } from '../parse/parties.js';

/** What an AppRec is to say. */
export interface AppRecToWrite {
  readonly version: '1.0' | '1.1';
  readonly id: string;
  readonly generatedAt: string;
  readonly status: AppRecStatus;
  readonly errors: ReadonlyArray<{ readonly code: string; readonly detail: string | null }>;
  /** The message that it answers. */
  readonly original: IncomingDialogmelding;
  /** The MsgId that it names. */
  readonly originalMsgId: string;
}

const STATUS: Readonly<Record<AppRecStatus, { V: string; DN: string }>> = {
  ok: { V: '1', DN: 'OK' },
  rejected: { V: '2', DN: 'Avvist' },
  'ok-error-in-part': { V: '3', DN: 'OK, feil i delmelding' },
};

/** Name and identifiers, with what stands between the first identifier and the others. */
function identified({ name, identifiers }: NamedUnit, ...between: readonly Xml[]): Xml[] {
  const [first, ...others] = Object.entries(identifiers);
  const main = first === undefined ? [] : [textElement('Id', first[1]), element('TypeId', { V: first[0] })];
  return [textElement('Name', name), ...main, ...between, ...others.map(([kind, id]) => element('AdditionalId', {}, textElement('Id', id), element('Type', { V: kind })))];
}

function party(name: 'Sender' | 'Receiver', { units, professional }: Party): Xml {
  const [top = { name: null, identifiers: {} }, ...below] = units;
  const lowest = below.at(-1);
  const department = lowest === undefined ? [] : element('Dept', {}, ...identified(lowest));
  const fullName = professional === null ? null : [professional.givenName, professional.familyName].filter((part) => part !== null).join(' ');
  const person = professional === null ? [] : element('HCPerson', {}, ...identified({ name: fullName, identifiers: professional.identifiers }));
  return element(name, {}, element('HCP', {}, element('Inst', {}, ...identified(top, department), person)));
}

function errorElement({ code, detail }: AppRecToWrite['errors'][number]): Xml {
  return element('Error', { V: code, S: codeSystems.appRecError, DN: Object.hasOwn(appRecErrors, code) ? appRecErrors[code] : null, OT: detail });
}

/** The AppRec that a record system would send: from the receiver of a message to its sender. */
export function writeAppRec(appRec: AppRecToWrite): string {
  const { original } = appRec;
  const nobody: Party = { units: [], professional: null, herIds: [], herId: null, hprNumber: null };
  return xmlDocument(
    element(
      'AppRec',
      { xmlns: appRec.version === '1.0' ? namespaces.appRec10 : namespaces.appRec11 },
      element('MsgType', { V: 'APPREC', DN: 'Applikasjonskvittering' }),
      textElement('MIGversion', appRec.version === '1.0' ? '1.0 2004-11-21' : 'v1.1 2012-02-15'),
      textElement('SoftwareName', 'Forløps simulator av et journalsystem'),
      textElement('GenDate', osloDateTime(appRec.generatedAt)),
      textElement('Id', appRec.id),
      party('Sender', original.receiver ?? nobody),
      party('Receiver', original.sender),
      element('Status', STATUS[appRec.status]),
      ...appRec.errors.map(errorElement),
      element(
        'OriginalMsgId',
        {},
        element('MsgType', { V: original.type }),
        textElement('IssueDate', original.generatedAt ?? osloDateTime(appRec.generatedAt)),
        textElement('Id', appRec.originalMsgId),
      ),
    ),
  );
}
