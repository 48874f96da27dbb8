/**
 * Properties try other cases at every run at a desk, which finds mistakes. CI judges a commit, and the same commit has
 * to get the same answer: there the cases are always the same.
 */
import fc from 'fast-check';

if (process.env['CI']) fc.configureGlobal({ seed: 20_261_121 });
