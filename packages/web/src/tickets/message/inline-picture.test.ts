/** Which picture stands where in a text: by names that differ within the message, whatever is in them. */
import { expect, test } from 'vitest';
import {
  inlinePicture,
  isNamedIn,
  pictureMark,
  picturesBeside,
  withoutPicture,
  withPictures,
} from './inline-picture.ts';
import { readMarkdown } from './read-markdown.ts';

const picture = (id: string, name: string) => ({ id, name, size: 1, mediaType: 'image/png' });

test.for([
  'image.png',
  'a b.png',
  'a)b.png',
  '(1) a[b](c).png',
  'a`b.png',
  '100%.png',
  '<b>.png',
  'a\\b.png',
  '!?#&*_ü_*.png',
])('%s is one picture of the text, found by its name', (name) => {
  const [paragraph] = readMarkdown(`before ${pictureMark(name)} after \`code\` ]`).children;
  const [, image] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  expect(image).toMatchObject({ type: 'image' });
  const url = image?.type === 'image' ? image.url : '';
  expect(inlinePicture(url, [picture('other', 'other.png'), picture('it', name)])).toMatchObject({ id: 'it' });
  expect(picturesBeside([picture('it', name)], `See ${pictureMark(name)}`)).toEqual([]);
});

test('pictures stand where they are put, and leave nothing where they do not arrive', () => {
  const put = (text: string, names: readonly string[]) => {
    const [before = '', within = '', after = ''] = text.split('|');
    return withPictures(`${before}${within}${after}`, [before.length, before.length + within.length], names);
  };
  const mark = '![a.png](a.png)';
  expect(put('||', ['a.png'])).toEqual({ body: `${mark}\n`, caret: 16 });
  expect(put('One||', ['a.png']).body).toBe(`One\n\n${mark}\n`);
  expect(put('One\n||two', ['a.png', 'b.png']).body).toBe(`One\n${mark}\n\n![b.png](b.png)\n\ntwo`);
  const amid = put('One| and |two', ['a.png']);
  expect(amid).toEqual({ body: `One\n\n${mark}\n\ntwo`, caret: 20 });
  expect(withoutPicture(amid.body, 'a.png')).toBe('One\n\ntwo');
  expect(put('One|x|', [])).toEqual({ body: 'Onex', caret: 4 });
  expect(isNamedIn(`> ${pictureMark('a)b.png')}`, 'a)b.png')).toBe(true);
});

test('of two that another program sent by one name the text shows the first, and the other stands beside it', () => {
  const files = [picture('one', 'image.png'), picture('two', 'image.png'), picture('three', 'unnamed.png')];
  expect(inlinePicture('image.png', files)).toMatchObject({ id: 'one' });
  expect(picturesBeside(files, '![](image.png)').map(({ id }) => id)).toEqual(['two', 'three']);
});
