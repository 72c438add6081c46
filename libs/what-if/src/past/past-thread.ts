import { workerData } from 'node:worker_threads';
import { countedInPast, type PastCount, type PastPathway } from '@forlop/compliance';
import { answerItems } from '../parallel/answer-items.js';
import { rulesOf } from '../rules/changed-rules.js';
import type { PastSetup } from './past-counter.js';

const { definitions, query } = workerData as PastSetup;
const rules = rulesOf(definitions);

answerItems<readonly PastPathway[], readonly PastCount[]>((page) => countedInPast(page, query, rules));
