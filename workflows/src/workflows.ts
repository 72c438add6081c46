/** Every workflow, by its type name: the entry of the bundle that workers load. */
export { patientPathway } from './patient-pathway/patient-pathway.js';
export { remind } from './remind/remind.js';
export { notifyHelfo } from './notify-helfo/notify-helfo.js';
export { arrangeMeeting } from './arrange-meeting/arrange-meeting.js';
export { offerLmsCourse } from './offer-lms-course/offer-lms-course.js';
export { collectProm } from './collect-prom/collect-prom.js';
export { reEvaluateDiagnosis } from './re-evaluate-diagnosis/re-evaluate-diagnosis.js';
export { correctNotice } from './correct-notice/correct-notice.js';
export { scheduledReport } from './scheduled-report/scheduled-report.js';
