import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIVITY_KINDS, descriptionJsonSchema, PROMISE_FORMS, SUBJECTS, type Subject } from '@tamarack/core';
import type { Generator } from './generated-file.ts';
import { keyTable, type Definitions, type Schema } from './key-table.ts';

const PATH = 'docs/language.md';
/** Keys that the prose explains once. */
const EVERYWHERE = ['levels', 'source'];
const IN_EVERY_FORM = [...EVERYWHERE, 'title', 'says', 'by', 'if', 'calendar', 'else', 'warn-at', 'deviation'];

const BLOCK = /<!-- generated: ([a-z]+)(?: ([a-z-]+))? -->\n[\s\S]*?<!-- end -->/g;

/**
 * The language reference: prose by hand, tables of keys, facts and examples from the schema itself. A block
 * `<!-- generated: keys document -->` … `<!-- end -->` is filled in; everything around it stays.
 */
export const languageReference: Generator = () => {
  const text = readFileSync(join(import.meta.dirname, '../..', PATH), 'utf8');
  const schema: Schema = descriptionJsonSchema();
  const definitions = schema.definitions ?? {};
  const filled = text.replaceAll(BLOCK, (_, kind: string, name: string | undefined) => {
    const label = name === undefined ? kind : `${kind} ${name}`;
    return `<!-- generated: ${label} -->\n\n${blockOf(kind, name ?? '', schema, definitions)}\n\n<!-- end -->`;
  });
  return [{ path: PATH, text: filled }];
};

function blockOf(kind: string, name: string, schema: Schema, definitions: Definitions): string {
  switch (kind) {
    case 'keys':
      return keyTable(name === '' ? schema : entryOf(definitions[name]), definitions, EVERYWHERE);
    case 'within':
      return keyTable(
        entryOf(definitions[name.split('-')[0] ?? '']?.properties?.[name.split('-').slice(1).join('-')]),
        definitions,
        EVERYWHERE,
      );
    case 'form':
      return keyTable(formSchema(name, definitions), definitions, IN_EVERY_FORM);
    case 'examples':
      return (definitions[name]?.examples ?? []).map((example) => `\`${String(example)}\``).join(' · ');
    case 'subjects':
      return subjectTable(SUBJECTS);
    case 'kinds':
      return subjectTable(ACTIVITY_KINDS);
    default:
      throw new Error(`docs/language.md asks for a block that nobody writes: ${kind}`);
  }
}

/** The mapping that a section's entries are, where the section itself only names them. */
function entryOf(schema: Schema | undefined): Schema {
  if (!schema) throw new Error('docs/language.md names a section that the schema does not have');
  return typeof schema.additionalProperties === 'object' && !schema.properties ? schema.additionalProperties : schema;
}

/** The schema of one promise form, by its place among the forms. */
function formSchema(form: string, definitions: Definitions): Schema {
  const found = definitions['promise']?.anyOf?.[Object.keys(PROMISE_FORMS).indexOf(form)];
  if (!found) throw new Error(`docs/language.md names a promise form that there is not: ${form}`);
  return found;
}

function subjectTable(subjects: Readonly<Record<string, Subject>>): string {
  const rows = Object.entries(subjects).map(([name, subject]) => {
    const states = [
      ...(subject.opens ? [`${name}.open`] : []),
      ...Object.keys(subject.states ?? {}).map((state) => `${name}.${state}`),
    ];
    const lasting = states.length === 0 ? '' : ` States: ${states.map((state) => `\`${state}\``).join(', ')}.`;
    const asked = subject.fields ? ` Fields: ${subject.fields.map((field) => `\`${field}\``).join(', ')}.` : '';
    return `| \`${name}\` | ${subject.says}${lasting}${asked} | ${subject.facts.map((fact) => `\`${fact}\``).join(', ') || 'those that the description names'} |`;
  });
  return ['| name | what it is | facts |', '| --- | --- | --- |', ...rows].join('\n');
}
