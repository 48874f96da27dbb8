/** Two servers on one database, of which one is killed at a time; what is proved stands in support/nothing-lost.ts. */
import { test } from 'vitest';
import { oneOfTwoSurvives, ROUNDS_OF_TWO } from './support/crash.ts';

test(`${ROUNDS_OF_TWO} rounds of SIGKILL of one of two servers, while the other goes on`, oneOfTwoSurvives, 400_000);
