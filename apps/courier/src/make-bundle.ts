import { deliveryBundle } from './bundle.js';

// Run when an image is built, so that a container with a read-only disk need not write one.
await deliveryBundle();
