/** What administrators read on the page of jobs is words for every job that there is. */
import { expect, test } from 'vitest';
import { daily, everyMinute, tasksOf } from '../packages/server/src/application/index.ts';
import { diskStore } from '../packages/server/src/platform/files/store-on-disk.ts';
import { taskWords } from '../packages/web/src/administration/jobs/job-words.ts';

test('every task has words', () => {
  const from = { name: 'Nobody', address: 'nobody@provider.test' };
  const mail = { mailer: undefined, publicUrl: 'http://tamarack.test', from };
  const tasks = tasksOf({ files: diskStore('/nowhere'), mail, webhookNetworks: [] });
  const names = new Set([...Object.keys(tasks), ...daily.map(({ task }) => task), ...everyMinute]);
  expect(names.size).toBeGreaterThan(10);
  expect([...names].filter((name) => taskWords(name) === name)).toEqual([]);
});
