import { defineQuery, defineSignal } from '@temporalio/workflow';
import { signalNames, stateQueryName } from './contract.js';
import type { ChangedSignal, ObligationRef, ObligationState, PathwayState, RecheckSignal } from './contract.js';

/** To a pathway: something was recorded. */
export const changed = defineSignal<[ChangedSignal]>(signalNames.changed);
/** To a pathway, from the sweep: compare what you remember with what runs. */
export const recheck = defineSignal<[RecheckSignal]>(signalNames.recheck);
/** To an obligation: it is closed, reach nobody more. */
export const stop = defineSignal(signalNames.stop);
/** To an obligation: its days have moved, or a named person has confirmed. */
export const replan = defineSignal<[ObligationRef]>(signalNames.replan);
export const pathwayState = defineQuery<PathwayState>(stateQueryName);
export const obligationState = defineQuery<ObligationState>(stateQueryName);
