import { describe, expect, test } from 'vitest';
import { lantern, lanternWith } from '../in-words/sample/lantern.ts';
import type { Block, DocumentModel, Phrase, Section } from './document-model.ts';
import { documentOf } from './document-of.ts';

const whole = documentOf(lantern);

function all(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...all(section.sections)]);
}

function sectionOf(document: DocumentModel, anchor: string): Section {
  const found = all(document.sections).find((section) => section.anchor === anchor);
  if (!found) throw new Error(`no section ${anchor}`);
  return found;
}

const textOf = (phrase: Phrase): string =>
  typeof phrase === 'string'
    ? phrase
    : phrase.map((span) => (typeof span === 'string' ? span : Object.values(span)[0])).join('');

function textsOf(block: Block): string[] {
  switch (block.block) {
    case 'paragraph':
      return [textOf(block.text)];
    case 'list':
      return block.items.map(textOf);
    case 'definitions':
      return block.entries.flatMap(({ term, means }) => [textOf(term), ...means.flatMap(textsOf)]);
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ heading }) => heading),
        ...block.groups.flatMap(({ heading, rows }) => [
          ...(heading ? [textOf(heading)] : []),
          ...rows.flat().map(textOf),
        ]),
      ];
    case 'signatures':
      return [...block.parties.map(({ party }) => party), ...block.lines];
  }
}

const wordsOf = (document: DocumentModel) =>
  [...document.control, ...all(document.sections).flatMap(({ blocks }) => blocks)].flatMap(textsOf);

describe('the document', () => {
  test('says everything that a description can hold', () => {
    expect(all(whole.sections).map(({ anchor }) => anchor)).toEqual(
      expect.arrayContaining(
        'summary levels eligibility definitions targets severities coverage exclusions grounds needs channels seats escalation provider-duties customer-duties limits provider-roles customer-roles responsibilities cover activities onboarding changes requests objectives residency calendars counting parameters deviations notes signatures'.split(
          ' ',
        ),
      ),
    );
  });

  test('has a clause for every promise, numbered without gaps, under an anchor of its own', () => {
    const anchors = all(whole.sections).map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const name of Object.keys(lantern.description.promises)) expect(anchors).toContain(`promise-${name}`);
    const numbers = sectionOf(whole, 'provider-duties').sections.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, i) => `5.${i + 1}`));
  });

  test('every link leads to a section', () => {
    const anchors = new Set(all(whole.sections).map(({ anchor }) => anchor));
    const links = JSON.stringify(whole)
      .matchAll(/"to":"([^"]+)"/g)
      .map(([, to]) => to);
    for (const to of links) expect(anchors).toContain(to);
  });

  test('no text is empty, and none shows what only programs say', () => {
    for (const text of wordsOf(whole)) expect(text.trim()).not.toBe('');
    expect(wordsOf(whole).join('\n')).not.toMatch(/undefined|\[object|technical-account-manager|office-hours|\$/);
  });

  test('the table of targets has a row for each severity and a column for each level', () => {
    const table = sectionOf(whole, 'targets').blocks.find((block) => block.block === 'table');
    expect(table?.columns.map(({ heading }) => heading)).toEqual(['Severity', 'Glow', 'Beacon']);
    expect(table?.groups[0]?.rows.map((row) => row.map(textOf))).toEqual([
      ['1 – Business standstill', '2 hours', '30 minutes'],
      ['2 – Major impact', '12 hours', '2 hours'],
      ['3 – Minor impact', '2 business days', '12 hours'],
    ]);
  });

  test('a promise on condition of a severity stands at that severity only', () => {
    const table = sectionOf(whole, 'targets').blocks.find((block) => block.block === 'table');
    const report = table?.groups.find(
      ({ heading }) => heading && textOf(heading) === 'Report on a business standstill',
    );
    expect(report?.rows.map((row) => row.map(textOf))).toEqual([
      ['1 – Business standstill', '5 business days', '5 business days'],
    ]);
  });
});

describe('one level', () => {
  test('a level leaves out what it does not have, and needs no matrix', () => {
    const glow = documentOf(lantern, { level: 'glow' });
    const anchors = all(glow.sections).map(({ anchor }) => anchor);
    expect(anchors).not.toContain('promise-cadence');
    expect(anchors).toContain('promise-first-response');
    expect(glow.subtitle).toBe('Service description, level Glow');
    expect(wordsOf(glow).join('\n')).not.toContain('Migration');
  });

  test('a level has what it includes', () => {
    const beacon = documentOf(lantern, { level: 'beacon' });
    expect(all(beacon.sections).map(({ anchor }) => anchor)).toContain('promise-cadence');
    expect(wordsOf(beacon)).toContain('30 minutes');
    expect(wordsOf(beacon)).not.toContain('2 business days to 5 business days');
  });
});

describe('what is empty', () => {
  test('a mapping that is written and empty says that there is none', () => {
    expect(textsOf(sectionOf(whole, 'objectives').blocks[0]!)).toEqual(['None.']);
  });

  test('a mapping that is not written makes no section', () => {
    const without = documentOf(lanternWith(['objectives: {}\n', '']));
    expect(all(without.sections).map(({ anchor }) => anchor)).not.toContain('objectives');
  });
});
