import type { Diagnostic } from '@tamarack/core';
import { expect, test } from 'vitest';
import { diagnosticText } from './diagnostic-text.ts';
import type { Terminal } from './terminal.ts';

const terminal: Terminal = { width: 80, paint: (_, text) => text };
const finding: Diagnostic = {
  code: 'yaml.ambiguous-word',
  level: 'warning',
  sentence: '"N" is true or false to older YAML programs',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 2 },
  source: '',
};

test.for([
  ['a name', 'gold', 'did you mean "gold"?'],
  ['a text in quotes, which stand once', '"N"', 'did you mean "N"?'],
])('suggests %s', ([, suggestion = '', shown = '']) => {
  expect(diagnosticText('x.yaml', { ...finding, suggestion }, terminal)).toContain(shown);
});
