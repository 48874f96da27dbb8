/**
 * The order of the files where none has run before, as in CI: the longest first, so that no core waits for the last one. vitest
 * goes by size then, and these are small files that take minutes, or one.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONG = /\/(crash-of-the-(server|database)|two-servers|every-page|tickets-model|demo)\.test\.ts$/;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await BaseSequencer.prototype.sort.call(this, files);
    const { long = [], others = [] } = Object.groupBy(usual, ({ moduleId }) =>
      LONG.test(moduleId) ? 'long' : 'others',
    );
    return [...long, ...others];
  }
}
