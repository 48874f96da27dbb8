import { Fragment } from 'react';
import classes from './document.module.css';
import type { Phrase } from './model.ts';

/** Running text with what stands out in it. Links lead to other parts of the same document. */
export function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  if (typeof phrase === 'string') return phrase;
  return phrase.map((span, at) => {
    if (typeof span === 'string') return <Fragment key={at}>{span}</Fragment>;
    if ('strong' in span) return <strong key={at}>{span.strong}</strong>;
    if ('tag' in span)
      return (
        <span key={at} className={classes['tag']}>
          {span.tag}
        </span>
      );
    return (
      <a key={at} href={span.to.startsWith('#') ? span.to : `#${span.to}`}>
        {span.link}
      </a>
    );
  });
}
