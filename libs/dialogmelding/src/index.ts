export { appRecErrors, codeSystems, dialogTypes, NOTE_ABOUT_PATIENT, type Code, type DialogType } from './code-systems.js';
export type { DocumentFault, DocumentFaultCode, Parsed } from './parsed.js';
export { MAX_DOCUMENT_BYTES } from './xml/decode.js';
export { buildDialognotat, businessDocumentFaults, type BuiltMessage } from './build/dialognotat.js';
export { msgIdOf } from './build/msg-id.js';
export { MAX_LENGTH } from './build/checks.js';
export {
  receiverHerIdOf,
  senderHerIdOf,
  UnbuildableMessage,
  type Dialognotat,
  type MessageFaultCode,
  type PersonName,
  type Professional,
  type Unit,
} from './build/message.js';
export { herIdsOf, readAppRec, type AppRec, type AppRecError, type AppRecParty, type AppRecStatus } from './parse/app-rec.js';
export { readDialogmelding, type IncomingDialogmelding, type Note, type Question } from './parse/dialogmelding.js';
export type { NamedPerson, NamedUnit, Party } from './parse/parties.js';
export type { Identifiers } from './parse/codes.js';
export { isFrom, readBusinessDocument, type BusinessDocument } from './parse/business-document.js';
export { referencesIn, textsIn } from './parse/references.js';
export type {
  AccessTokens,
  AppRecAnswer,
  AppRecInfo,
  DeliveryState,
  DeliveryStatus,
  EdiApi,
  ListedMessage,
  TokenRequest,
  TransportAppRecStatus,
  UnreadQuery,
} from './edi/api.js';
export { EdiError, type EdiErrorDetails, type EdiErrorKind } from './edi/edi-error.js';
export { EdiClient, type EdiClientOptions } from './edi/client.js';
