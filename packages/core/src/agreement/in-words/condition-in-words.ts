/** Conditions as clauses: "the severity is 1 (Business standstill)", "the leave lasts more than 5 consecutive days". */
import { listInWords } from '../../calendar/describe-hours.ts';
import type { Description } from '../grammar/description.ts';
import type { Comparison, Condition, ConditionValue, Test } from '../words/condition.ts';
import { nounOf } from './fact-in-words.ts';
import { anyOf, groupedDigits, inSentence, spaced } from './wording.ts';
import { levelName } from './owner-in-words.ts';

type Names = Pick<Description, 'activities' | 'levels' | 'roles' | 'severities' | 'channels' | 'parameters'>;

/** A whole condition; alternatives are joined by "or", and what must hold together by "and". */
export function conditionInWords(condition: Condition, description: Names): string {
  const alternatives = condition.anyOf.map((tests) => listInWords(tests.map((test) => testInWords(test, description))));
  return alternatives.length > 1 && condition.anyOf.some((tests) => tests.length > 1)
    ? alternatives.join(', or ')
    : anyOf(alternatives);
}

/** What the built-in fields are called. */
const FIELDS: Readonly<Record<string, string>> = {
  severity: 'the severity',
  level: 'the level',
  product: 'the product',
  channel: 'the channel',
  hours: 'the hours spent',
  segment: 'the segment of the customer',
  'annual-recurring-revenue': 'the annual recurring revenue',
  hosts: 'the number of hosts',
  'change.type': 'the type of the change',
  'change.risk': 'the risk of the change',
  'escalation.step': 'the step of the escalation',
  'leave.role': 'the role of the absent person',
  'person.role': 'the role of the person',
  'hours.role': 'the role that spends the hours',
};

/** Fields that are true or false. */
const YES_OR_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  hosted: ['the provider hosts the customer', 'the provider does not host the customer'],
  growth: ['the customer shows clear growth', 'the customer shows no clear growth'],
  'leave.emergency': ['the leave is an emergency', 'the leave is no emergency'],
};

function testInWords(test: Test, description: Names): string {
  const { field, comparison, values } = test;
  const known = YES_OR_NO[field];
  const truth = comparison === '=' || comparison === '!=' ? truthOf(values[0]) : undefined;
  if (truth !== undefined) {
    const [yes, no] = known ?? [
      `${fieldInWords(field, description)} is so`,
      `${fieldInWords(field, description)} is not so`,
    ];
    return (comparison === '=') === truth ? yes : no;
  }
  const words = values.map((value) => valueInWords(field, value, description));
  if (field === 'side' && comparison !== '<' && comparison !== '>') {
    return `it ${comparison === '!=' ? 'is not' : 'is'} on the ${words.map((side) => `${side}'s`).join(' or the ')} side`;
  }
  if (field === 'leave.consecutive-days') return `the leave lasts ${amountInWords(comparison, words)} consecutive days`;
  return `${fieldInWords(field, description)} is ${amountInWords(comparison, words)}`;
}

function amountInWords(comparison: Comparison, words: readonly string[]): string {
  const [first = ''] = words;
  switch (comparison) {
    case '=':
      return first;
    case 'in':
      return anyOf(words);
    case '!=':
      return `not ${first}`;
    case '<':
      return `less than ${first}`;
    case '<=':
      return `at most ${first}`;
    case '>':
      return `more than ${first}`;
    case '>=':
      return `at least ${first}`;
  }
}

/** What a field is called: "the annual recurring revenue". */
export function fieldInWords(field: string, description: Pick<Names, 'activities'>): string {
  if (field.startsWith('$')) return `what the contract fills in as “${spaced(field.slice(1))}”`;
  const known = FIELDS[field];
  if (known !== undefined) return known;
  const [subject = '', name] = field.split('.');
  return name === undefined ? `the ${spaced(field)}` : `the ${spaced(name)} of ${nounOf(subject, description).the}`;
}

function valueInWords(field: string, value: ConditionValue, description: Names): string {
  const name = String(value);
  if (field === 'severity') {
    const severity = description.severities?.list[name];
    return severity ? `${name} (${inSentence(severity.name)})` : name;
  }
  if (field === 'level') return levelName(name, description);
  if (field === 'channel') return inSentence(description.channels[name]?.name ?? spaced(name));
  if (field.endsWith('.role')) {
    const role = description.roles.provider[name] ?? description.roles.customer[name];
    return inSentence(role?.name ?? spaced(name));
  }
  return typeof value === 'number' ? groupedDigits(value) : spaced(name);
}

function truthOf(value: ConditionValue | undefined): boolean | undefined {
  if (value === 'yes' || value === 'true') return true;
  return value === 'no' || value === 'false' ? false : undefined;
}
