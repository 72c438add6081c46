export { carriages, languages, wordings, type Carries, type ItemTemplate, type Language, type LetterTemplate, type TemplateSet } from './templates/types.js';
export { defineTemplates } from './templates/define.js';
export { loadTemplates, type Templates } from './templates/load.js';
export { TemplateError, type TemplateErrorCode } from './templates/template-error.js';
export { shippedSets, shippedTemplates } from './templates/shipped.js';
export {
  itemTemplate,
  letterTemplate,
  renderItem,
  renderLetter,
  type ItemToRender,
  type OpenFacts,
  type PatientFacts,
  type RenderedItem,
  type RenderedLetter,
  type TemplateRef,
} from './templates/render.js';
export { preview } from './templates/preview.js';
export { dateInLanguage } from './templates/date-in-language.js';
export { frequencies, mondayOf, nextWeekOf, officeHours, sendWindow, type Frequency, type SendingHours, type SendingPreferences } from './windows/send-window.js';
export { overLimit, type Divided, type Limited } from './windows/limit.js';
export { whoReceives, type Absence, type WhoReceives } from './windows/stand-in.js';
export { AnswerTokens, tokenPurposes, type TokenAnswer, type TokenContent, type TokenPurpose, type TokenRefusal } from './answers/answer-tokens.js';
export { referenceOf } from './answers/reference.js';
export { calendarFile, type CalendarMeeting } from './invitations/calendar-file.js';
export { reportLetter, type ReportLetter, type ReportNews } from './reports/report-letter.js';
export { invitationLetter, type InvitationFacts, type InvitationLetter } from './invitations/invitation-letter.js';
