/** Pictures that stand in the text of a message. The text finds them by their names, so each file has a name of its own there. */
import type { MessageFile } from './message.ts';

/** What the server answers as a picture and nothing else; it looked at the bytes. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether a file may be shown inside the page. */
export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

/** The Markdown that shows the picture of this name. */
export function pictureMark(name: string): string {
  return `![${name.replaceAll(/[\\[\]`<]/g, String.raw`\$&`)}](${addressOf(name)})`;
}

/** The picture that the text shows there. */
export function inlinePicture(url: string, files: readonly MessageFile[]): MessageFile | undefined {
  const wanted = decoded(url);
  return files.find(({ name, mediaType }) => name === wanted && isPicture(mediaType));
}

/** The pictures that stand nowhere in the text. */
export function picturesBeside(files: readonly MessageFile[], body: string): readonly MessageFile[] {
  const within = new Set([...body.matchAll(/\]\(([^\s()]+)\)/g)].map(([, url = '']) => inlinePicture(url, files)));
  return files.filter((file) => isPicture(file.mediaType) && !within.has(file));
}

/** Whether the text shows, or quotes, a picture of this name. */
export function isNamedIn(body: string, name: string): boolean {
  return body.includes(`](${addressOf(name)})`);
}

/** The text with pictures in place of what is selected, each a paragraph of its own, and where the caret goes. */
export function withPictures(
  body: string,
  [start, end]: readonly [start: number, end: number],
  names: readonly string[],
): { readonly body: string; readonly caret: number } {
  if (names.length === 0) return { body, caret: end };
  const [before, after] = [body.slice(0, start), body.slice(end)];
  const gap = before === '' || before.endsWith('\n') ? '' : '\n\n';
  const begin = `${before}${gap}${names.map(pictureMark).join('\n\n')}`;
  const rest = after.startsWith('\n') ? after : after === '' ? '\n' : `\n\n${after}`;
  return { body: `${begin}${rest}`, caret: begin.length + (after === '' ? 1 : 0) };
}

/** The text without a picture that did not arrive. */
export function withoutPicture(body: string, name: string): string {
  const mark = pictureMark(name);
  return body.replace(body.includes(`\n\n${mark}`) ? `\n\n${mark}` : mark, '');
}

/** Of what it leaves as it is, Markdown would take parentheses for the end. */
function addressOf(name: string): string {
  const escaped: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' };
  return encodeURIComponent(name).replaceAll(/[()]/g, (sign) => escaped[sign] ?? sign);
}

/** A name with spaces is written with %20 in Markdown. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
