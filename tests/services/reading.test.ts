import { describe, expect, test } from 'vitest';
import { SERVICE_FILES } from '../../scripts/generate/services-coverage-rows.ts';
import { readService } from './read-service.ts';

describe('the shipped descriptions can be sold as they are', () => {
  test.for(SERVICE_FILES)('%s has neither errors nor warnings', async (file) => {
    const { diagnostics } = await readService(file);
    expect(diagnostics).toEqual([]);
  });

  test.for(SERVICE_FILES)('%s: a promise says who owes it, unless it is a gate', async (file) => {
    const { ready } = await readService(file);
    const unowed = Object.entries(ready.description.promises).filter(([, { form, by }]) => form !== 'gate' && !by);
    expect(unowed).toEqual([]);
  });

  test.for(SERVICE_FILES)('%s: a contract that agrees nothing has a value for every parameter', async (file) => {
    const { ready } = await readService(file);
    const open = Object.entries(ready.description.parameters ?? {}).filter(([, { agreed }]) => agreed === undefined);
    expect(open).toEqual([]);
  });
});
