import type { Entitled } from './contract.ts';
import classes from './entitlements.module.css';

export type ScopeListProps = {
  readonly title: string;
  readonly says: string | null;
  readonly items: Entitled['scope']['covered'];
};

/** A part of the scope; nothing where it is empty. */
export function ScopeList({ title, says, items }: ScopeListProps) {
  if (items.length === 0 && says === null) return null;
  return (
    <>
      <h3 className={classes['heading']}>{title}</h3>
      {says !== null && <p style={{ margin: '0 0 6px' }}>{says}</p>}
      <ul className={classes['plain']}>
        {items.map(({ name, title: item, says: about, items: parts, instead }) => (
          <li key={name}>
            <strong>{item}</strong>
            {about !== null && <> {about}</>}
            {parts.length > 0 && <span className={classes['quiet']}> {parts.join(', ')}.</span>}
            {instead !== null && <span className={classes['quiet']}> Instead: {instead}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
