export { DefinitionError, type DefinitionProblem } from './problem.js';
export { loadDefinition, parseDefinition } from './load.js';
export { loadRules, loadTrialDefinition, UnknownDefinitionError, type LoadedRules, type ReasonCode } from './registry.js';
export { generatedFiles } from './docs/generated.js';
export { ruleDocument } from './docs/rule-document.js';
