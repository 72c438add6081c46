/** The courier's workflows, by their type names: the entry of the bundle that it loads. */
export { recipientDigest } from './recipient-digest/recipient-digest.js';
