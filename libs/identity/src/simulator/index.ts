export { startHelseIdSimulator, type HelseIdSimulator, type HelseIdSimulatorOptions } from './helseid-simulator.js';
