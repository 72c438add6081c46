export { pathwayActivities, type PathwayPorts } from './pathway-activities.js';
export { deliveryActivities, type DeliveryPorts } from './delivery-activities.js';
export { obligationsIn, type RunningObligationsPort } from './running-obligations.js';
