import { parentPort, workerData } from 'node:worker_threads';
import { publishRound, type RoundAnswers } from '@tablee/domain/modules/listening';

// Only publish.ts starts this thread, with the answers of one round.
parentPort?.postMessage(publishRound(workerData as RoundAnswers));
