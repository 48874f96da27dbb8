import { escapeHtml } from '../escape-html.ts';
import type { MailContent } from './mail-content.ts';

/**
 * Colours for light and dark at once, for many readers strip style sheets and media queries: text has no colour of its
 * own, so it takes the reader's; what is quieter is translucent; lines are a grey that both show. Only the button brings
 * both of its colours (white on #1d6b52: 6.4 to 1).
 */
const LINE = '1px solid rgba(128,128,128,0.35)';
const ACCENT = '#1d6b52';
const QUIET = 'opacity:0.72';
const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';

/** The content as a page that mail readers of every kind show: tables for Outlook, inline style, nothing remote. */
export function htmlOf(content: MailContent): string {
  const language = new Intl.Locale(content.language ?? 'en');
  const direction = language.getTextInfo().direction ?? 'ltr';
  return `<!DOCTYPE html>
<html lang="${language.toString()}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${line(content.title)}</title>
</head>
<body style="margin:0;padding:0;${FONT};font-size:16px;line-height:1.55;-webkit-text-size-adjust:100%">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 20px 40px">
<!--[if mso]><table role="presentation" width="560"><tr><td><![endif]-->
<table role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;${FONT};font-size:16px;line-height:1.55;text-align:start;${WRAP}">
${[...blocksOf(content)].map((block) => `<tr><td style="${WRAP}">${block}</td></tr>`).join('\n')}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

function* blocksOf(content: MailContent): Iterable<string> {
  yield `<p dir="auto" style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid ${ACCENT};font-size:14px;font-weight:600">${line(content.sender)}</p>`;
  yield `<h1 dir="auto" style="margin:0 0 14px;font-size:22px;line-height:1.3;font-weight:650">${line(content.title)}</h1>`;
  for (const text of content.paragraphs) {
    yield `<p dir="auto" style="margin:0 0 14px">${paragraph(text)}</p>`;
  }
  if (content.facts !== undefined && content.facts.length > 0) yield factsOf(content.facts);
  if (content.items !== undefined && content.items.length > 0) yield itemsOf(content.items);
  if (content.action !== undefined) yield buttonOf(content.action);
  const preferences =
    content.preferences === undefined
      ? ''
      : ` <a href="${href(content.preferences.url)}" style="color:inherit;text-decoration:underline">${line(content.preferences.label)}</a>`;
  yield `<p dir="auto" style="margin:32px 0 0;padding:14px 0 0;border-top:${LINE};font-size:13px;line-height:1.5;${QUIET}">${paragraph(content.reason)}${preferences}</p>`;
}

/**
 * A table of names and values, its columns in the order of the mail's language. The names are real headings of rows, so
 * that a screen reader says which value belongs to which name.
 */
function factsOf(facts: readonly { readonly name: string; readonly value: string }[]): string {
  const rows = facts.map(({ name, value }, at) => {
    const cell = `padding:9px 0;vertical-align:top;text-align:start;font-size:15px;${at === 0 ? '' : `border-top:${LINE};`}${WRAP}`;
    return (
      `<tr><th scope="row" width="30%" style="${cell};padding-inline-end:14px;font-weight:400">${isolated(name, QUIET)}</th>` +
      `<td style="${cell};font-weight:600">${isolated(value, 'opacity:1')}</td></tr>`
    );
  });
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 14px;border-top:${LINE};border-bottom:${LINE}">${rows.join('')}</table>`;
}

/** A list of links, each with its quieter line below. */
function itemsOf(items: readonly { readonly title: string; readonly detail: string; readonly url: string }[]): string {
  const rows = items.map(
    ({ title, detail, url }) =>
      `<li style="margin:0 0 12px;padding:0 0 12px;border-bottom:${LINE};${WRAP}"><a href="${href(url)}" dir="auto" style="color:inherit;font-weight:600">${line(title)}</a>` +
      `<br><span dir="auto" style="font-size:14px;${QUIET}">${line(detail)}</span></li>`,
  );
  return `<ul style="margin:6px 0 14px;padding:0;list-style:none">${rows.join('')}</ul>`;
}

/** The cell has the colour as well: Outlook gives a link no padding, and would show white on white. */
function buttonOf(action: { readonly label: string; readonly url: string }): string {
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:22px 0 6px"><tr><td bgcolor="${ACCENT}" style="border-radius:6px;background:${ACCENT}">` +
    `<a href="${href(action.url)}" style="display:inline-block;padding:12px 22px;border-radius:6px;color:#ffffff;font-weight:600;text-decoration:none">${line(action.label)}</a></td></tr></table>`
  );
}

/** A text of its own direction, which does not move its cell. */
function isolated(text: string, style: string): string {
  return `<span dir="auto" style="${style}">${line(text)}</span>`;
}

function line(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim());
}

function paragraph(text: string): string {
  return escapeHtml(text.trim().replaceAll('\t', ' ')).replaceAll('\n', '<br>');
}

/** Written by the URL parser, which encodes what could end the attribute or break the line. */
function href(url: string): string {
  return escapeHtml(new URL(url).href);
}
