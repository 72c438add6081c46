export { startRegistrySimulator, type RegistrySimulator, type RegistrySimulatorOptions, type ShownAccess } from './registry-simulator.js';
export type { Behaviour } from './behaviour.js';
export { Town, type SimDoctor, type SimList, type SimPerson } from './town.js';
