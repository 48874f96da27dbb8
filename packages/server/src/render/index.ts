/** The door of render: the verb, and the page that other capabilities show. */
export { renderCommand } from './render-command.ts';
export { writeHtml } from './html/write-html.ts';
