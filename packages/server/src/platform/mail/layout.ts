import { htmlOf } from './layout-html.ts';
import { textOf } from './layout-text.ts';
import type { MailContent } from './mail-content.ts';

/**
 * The same content as plain text and as HTML. Whatever people wrote is text in both, never markup. Nothing is loaded
 * from anywhere, so that reading tells nobody. Throws for a link that is not http or https: only our own are meant.
 */
export function layOutMail(content: MailContent): { readonly text: string; readonly html: string } {
  for (const url of [content.action?.url, content.preferences?.url, ...(content.items ?? []).map((item) => item.url)]) {
    if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new TypeError(`A mail links to web pages only, not to ${JSON.stringify(url)}.`);
    }
  }
  return { text: textOf(content), html: htmlOf(content) };
}
