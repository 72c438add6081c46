import type { Definition } from '@forlop/pathway';
import { checkAnswers } from './answers.js';
import { checkCircles } from './circles.js';
import { checkCitations } from './citations.js';
import { checkClocks, checkDuties } from './clocks.js';
import { checkCommands, checkRequirements, checkSteps } from './flow.js';
import { checkIds } from './ids.js';
import { checkReferences } from './references.js';
import { checkVocabulary } from './vocabulary.js';
import { checkWork } from './work.js';
import { contextFor, type CheckFinding } from './context.js';

/** Everything that makes a well-formed definition unfit to run: dangling names, dead ends, and what the law forbids. */
export function checkDefinition(definition: Definition): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const context = contextFor(definition, findings);
  for (const check of [
    checkIds, checkVocabulary, checkReferences, checkCircles, checkCitations, checkSteps, checkRequirements, checkCommands, checkClocks, checkDuties, checkAnswers, checkWork,
  ]) check(context);
  return findings;
}
