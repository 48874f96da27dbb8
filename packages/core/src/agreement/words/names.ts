/** Names: of things that a description declares, of facts, states and parameters. */
import { z } from 'zod';
import { kindOf, word, type Reading } from './word.ts';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const FACT = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

/** Reads the name of a declared thing. */
function readName(text: string): Reading<string> {
  if (NAME.test(text) && text.length <= 80) return { ok: true, value: text };
  const suggestion = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return {
    ok: false,
    sentence: `"${text.slice(0, 80)}" is not a name`,
    expected: 'small letters, digits and hyphens, a letter first',
    // Of "\\e[31m" only "m" would be left, which nobody means.
    ...(NAME.test(suggestion) && suggestion.length * 2 >= text.length ? { suggestion } : {}),
  };
}

export const nameWord = word(readName, {
  id: 'name',
  description: 'The name of something that the description declares: small letters, digits, hyphens.',
  examples: ['technical-account-manager'],
  pattern: NAME.source,
});

/** Reads the name of a fact or of a state: subject, dot, what happened. */
function readFactName(text: string): Reading<string> {
  if (FACT.test(text)) return { ok: true, value: text };
  return {
    ok: false,
    sentence: `"${text.slice(0, 80)}" does not name a fact`,
    expected: 'a subject, a dot and what happened, such as "incident.received"',
  };
}

export const factWord = word(readFactName, {
  id: 'fact',
  description: 'The name of a fact: its subject, a dot, what happened.',
  examples: ['incident.received', 'cadence-call.held'],
  pattern: FACT.source,
});

export const stateWord = word(readFactName, {
  id: 'state',
  description: 'The name of a lasting state: its subject, a dot, the state.',
  examples: ['incident.open', 'licence.valid'],
  pattern: FACT.source,
});

/** A value that each contract fills in: "$visits-a-year". */
export type ParameterReference = { readonly parameter: string };

export const parameterWord = z
  .string({ error: (issue) => `expected a parameter such as "$visits-a-year", and found ${kindOf(issue.input)}` })
  .regex(/^\$[a-z][a-z0-9-]*$/, { error: 'a parameter is written with a dollar sign, such as "$visits-a-year"' })
  .transform((text): ParameterReference => ({ parameter: text.slice(1) }))
  .meta({
    id: 'parameter-reference',
    description: 'The value that the contract gives to a declared parameter.',
    examples: ['$visits-a-year'],
  });

/** Severities are named by small whole numbers, 1 the gravest. */
export const SEVERITY_KEY = /^[1-9]$/;
