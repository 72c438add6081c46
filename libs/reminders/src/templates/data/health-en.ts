import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** English, for the health network, where the content may stand. A duty's title stays in the language of its definition. */
export const healthEn = defineTemplates(
  { language: 'en', carries: 'health' },
  [
    {
      ...first,
      facts: 'Patient: {patientName}\nNational identity number: {personNumber}\nDue: {due}\nReference: {reference}\nFrom: {organisation}\nSee the pathway: {link}',
      digestSubject: '{count} reminders about patients on a pathway',
      single: '{items}\n\nKind regards,\n{organisations}',
      digest: 'Here are {count} reminders for you.\n\n{items}\n\nKind regards,\n{organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Reminder: {dutyTitle}', body: 'This is waiting for you: {dutyTitle}.' },
    { ...first, wording: 'remind-again', subject: 'New reminder: {dutyTitle}', body: 'This is still waiting for you: {dutyTitle}. If it is done, please answer this message with the date.' },
    { ...first, wording: 'send-helfo-notice', subject: 'Notice of a missed deadline', body: 'We give notice of a missed deadline for the patient: {dutyTitle}.' },
    { ...first, wording: 'convene-meeting', subject: 'A handover meeting is to be arranged', body: 'A handover meeting with the primary service (tilbakeføringsmøte) is to be arranged for the patient. Please answer with times that suit you.' },
    { ...first, wording: 'complete-meeting', subject: 'The handover meeting has not been held', body: 'The handover meeting (tilbakeføringsmøte) for the patient is not recorded as held. If it has been held, please answer with the date.' },
    { ...first, wording: 'offer-course', subject: 'A course is to be offered', body: 'The patient is to be offered a course at the learning and mastery centre. Make the offer, or answer why it does not apply.' },
    { ...first, wording: 'offer-course-again', subject: 'A course has not been offered', body: 'It is not recorded that the patient has been offered a course at the learning and mastery centre. Make the offer, or answer why it does not apply.' },
    { ...first, wording: 'collect-prom', subject: 'A questionnaire is to be collected', body: 'The questionnaire that the patient fills in is to be collected. The patient may choose not to answer.' },
    { ...first, wording: 're-evaluate', subject: 'The diagnosis is to be assessed again', body: "It is time to assess the patient's diagnosis again: {dutyTitle}." },
    { ...first, wording: 'escalate', subject: 'The task is now with the coordinator', body: 'This has not been done, or whoever was to do it could not be reached: {dutyTitle}. The task is now with the coordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'A notice to Helfo has not been confirmed', body: 'The notice of a missed deadline for the patient has not been confirmed by a named person. Nothing has been sent to Helfo.' },
    { ...first, wording: 'withdraw', subject: 'An earlier message no longer applies', body: 'Our earlier message about this no longer applies, because something was recorded late or corrected: {dutyTitle}.' },
  ],
);
