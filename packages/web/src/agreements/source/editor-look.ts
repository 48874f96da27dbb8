/** How the editor looks: by the theme's own variables, so that light and dark come by themselves. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const LOOK = EditorView.theme({
  '&': {
    fontSize: '13px',
    backgroundColor: 'var(--tm-surface)',
    color: 'var(--tm-ink)',
    height: 'max(320px, calc(100vh - 330px))',
  },
  '&.cm-focused': { outline: '2px solid var(--tm-focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-gutters': {
    backgroundColor: 'var(--tm-sunken)',
    color: 'var(--tm-quiet)',
    borderInlineEnd: '1px solid var(--tm-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--tm-larch) 8%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--tm-ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--tm-larch) 32%, transparent) !important',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--tm-surface)',
    color: 'var(--tm-ink)',
    border: '1px solid var(--tm-edge)',
    borderRadius: '4px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--tm-accent)',
    color: 'var(--tm-surface)',
  },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal' },
  '.cm-completionInfo': { maxWidth: '340px', padding: '6px 10px' },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--mantine-font-family)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--tm-broken)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--tm-waived)' },
  // Instead of pictures of fixed colours.
  '.cm-lint-marker': { width: '0.75em', height: '0.75em', marginTop: '0.35em', borderRadius: '50%' },
  '.cm-lint-marker-error': { content: 'normal', backgroundColor: 'var(--tm-broken)' },
  '.cm-lint-marker-warning': { content: 'normal', backgroundColor: 'var(--tm-waived)', borderRadius: '2px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--tm-broken) 1px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--tm-waived) 1px' },
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--tm-accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--tm-gold)' },
  { tag: tags.content, color: 'var(--tm-ink)' },
  { tag: tags.comment, color: 'var(--tm-quiet)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.labelName, tags.typeName], color: 'var(--tm-paused)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--tm-quiet)' },
]);

export const editorLook: Extension = [LOOK, syntaxHighlighting(COLOURS)];
