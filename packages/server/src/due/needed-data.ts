import type { Terms } from '@tamarack/core';

/** A particular without which a fact would say nothing, and how to give it. */
type Needed = { readonly key: string; readonly remedy: string };

/** What a fact has to carry for the promises of a description. */
export function neededData(fact: string, terms: Terms): readonly Needed[] {
  if (fact.endsWith('.severity-changed'))
    return [{ key: 'severity', remedy: 'Write the new one: {"data": {"severity": 2}}' }];
  if (fact.endsWith('.level-changed'))
    return [{ key: 'level', remedy: `Write the new one: {"data": {"level": "${terms.level}"}}` }];
  return countsTime(fact, terms)
    ? [{ key: 'seconds', remedy: 'A limit of time counts them: {"data": {"seconds": 5400}} is 1 hour 30 minutes' }]
    : [];
}

/** Whether a limit of time adds this fact up, at any level: a contract may move to it. */
function countsTime(fact: string, { promises, description }: Terms): boolean {
  return [...promises.values()].some(
    ({ clause, quantity }) =>
      clause.form === 'limit' &&
      clause.limit.includes(fact) &&
      Object.keys(description.levels).some((level) => {
        const most = quantity(level, undefined);
        return most.is === 'value' && most.value.of === 'time';
      }),
  );
}
