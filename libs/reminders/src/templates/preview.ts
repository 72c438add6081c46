import { osloDate, type OsloDate } from '@forlop/calendar';
import type { Wording } from '@forlop/workflows';
import type { Templates } from './load.js';
import { renderItem, renderLetter, type ItemToRender, type OpenFacts, type PatientFacts, type RenderedLetter } from './render.js';
import type { Carries, Language } from './types.js';

/** Invented, and seen to be. */
const example: OpenFacts & PatientFacts = {
  reference: '5A1C0934',
  due: osloDate('2026-04-08'),
  link: 'https://forlop.example/forlop/5a1c0934',
  answerLink: 'https://forlop.example/svar/eksempel',
  organisation: 'Sykehuset Eksempel',
  dutyTitle: 'Kontakt med fastlegen',
  patientName: 'Kari Eksempel',
  // Of the synthetic series (month + 80).
  personNumber: '01909012345',
};

/** How a message would look on that day, with invented facts. @throws TemplateError `no-template`. */
export function preview(templates: Templates, what: { readonly wording: Wording; readonly language: Language; readonly carries: Carries }, on: OsloDate): RenderedLetter {
  const { dutyTitle: _title, patientName: _name, personNumber: _number, ...open } = example;
  const { wording, language } = what;
  const item: ItemToRender = what.carries === 'health' ? { ...example, wording, language, carries: 'health' } : { ...open, wording, language, carries: 'nothing' };
  return renderLetter(templates, [renderItem(templates, item, on)], what, on);
}
