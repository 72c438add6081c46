export { calendarNamed, definitionNamed, parameterFault, parametersOf } from './regime.js';
export { loadScenario, type ScenarioOverrides } from './scenario/resolve.js';
export { ScenarioError, type ScenarioProblem } from './scenario/problems.js';
export { REFERRAL_STEP, type Act, type Expectation, type Scenario, type Step } from './scenario/scenario.js';
export { Player, type Played, type PlayerOptions } from './play/player.js';
export { pinnedRules } from './pinned-rules.js';
export { syntheticHospital } from './hospital/hospital.js';
export { syntheticOrganisations, type SyntheticOrganisation } from './hospital/organisations.js';
export type { Story } from './hospital/story.js';
