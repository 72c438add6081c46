import { workerData } from 'node:worker_threads';
import { batchCounter, type BatchCount, type CountSetup } from '../count/count-batch.js';
import type { PathwayFacts } from '../count/facts.js';
import { answerItems } from './answer-items.js';

answerItems<readonly PathwayFacts[], BatchCount>(batchCounter(workerData as CountSetup));
