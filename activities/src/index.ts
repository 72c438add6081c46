export { pathwayActivities, type PathwayPorts } from './pathway-activities.js';
export { deliveryActivities, type DeliveryPorts } from './delivery-activities.js';
export { digestActivities, type DigestPorts } from './digest-activities.js';
export { digestsIn, type DigestsPort } from './digests.js';
export { obligationsIn, type RunningObligationsPort } from './running-obligations.js';
export { reportActivities, type ReportPorts } from './report-activities.js';
export { reportSchedulesIn, type ReportSchedulesPort } from './report-schedules.js';
