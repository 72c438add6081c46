import { defineTemplates } from '../define.js';

const first = { version: 1, validFrom: '2020-01-01' } as const;

/** English, without a word about the patient. */
export const nothingEn = defineTemplates(
  { language: 'en', carries: 'nothing' },
  [
    {
      ...first,
      facts: 'Due: {due}\n\nReference: {reference}\nSee what it is about: {link}\nConfirm that you have received this: {answerLink}',
      digestSubject: 'You have {count} messages in Forløp',
      single: 'Hello,\n\n{items}\n\nThis message holds no patient information. You have to log in to see what it is about.\n\nKind regards,\n{organisations}',
      digest: 'Hello,\n\nHere are {count} messages for you.\n\n{items}\n\nThis message holds no patient information. You have to log in to see what it is about.\n\nKind regards,\n{organisations}',
    },
  ],
  [
    { ...first, wording: 'remind', subject: 'Something is waiting for you in Forløp', body: 'A task is waiting for you.' },
    { ...first, wording: 'remind-again', subject: 'Something is still waiting for you in Forløp', body: 'A task is still waiting for you. If it is done, it must be recorded in Forløp.' },
    { ...first, wording: 'send-helfo-notice', subject: 'A notice is ready in Forløp', body: 'A notice of a missed deadline is ready. What it says is in Forløp.' },
    { ...first, wording: 'convene-meeting', subject: 'A meeting is to be arranged', body: 'A meeting is to be arranged. Find a time that suits those who should take part, and record it in Forløp.' },
    { ...first, wording: 'complete-meeting', subject: 'A meeting has not been held yet', body: 'A meeting is not recorded as held. See in Forløp who has not answered, and record the meeting when it has been held.' },
    { ...first, wording: 'offer-course', subject: 'An offer is to be made', body: 'An offer is to be made. Make it, or record in Forløp why it does not apply.' },
    { ...first, wording: 'offer-course-again', subject: 'An offer has not been made yet', body: 'It is not recorded that an offer has been made. Make it, or record in Forløp why it does not apply.' },
    { ...first, wording: 'collect-prom', subject: 'A form is to be collected', body: 'A form is to be collected. Answering is voluntary; if it is not answered, record that in Forløp.' },
    { ...first, wording: 're-evaluate', subject: 'Time for a new assessment', body: 'It is time for a new assessment. Record it in Forløp when it is done.' },
    { ...first, wording: 'escalate', subject: 'Something in Forløp needs you', body: 'A task has not been done, or whoever was to do it could not be reached. It is now with you as coordinator.' },
    { ...first, wording: 'escalate-unconfirmed', subject: 'A notice has not been confirmed', body: 'A notice of a missed deadline is waiting for a named person to confirm it. Nothing has been sent. Confirm or reject the notice in Forløp.' },
    { ...first, wording: 'withdraw', subject: 'A message from Forløp no longer applies', body: 'An earlier message from us no longer applies, because something was recorded late or corrected. See in Forløp what is right now.' },
  ],
);
