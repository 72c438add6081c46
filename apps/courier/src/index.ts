export { CourierModule, type CourierParts } from './courier.module.js';
