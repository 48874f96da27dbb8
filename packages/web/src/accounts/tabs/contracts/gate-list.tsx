import type { Entitled } from './contract.ts';
import classes from './entitlements.module.css';

type Gate = Entitled['gates'][number];
type Need = Gate['needs'][number];

/** What may only happen once something else did, with what opens it: asked here before anybody stands before a closed gate. */
export function GateList({ gates }: { readonly gates: readonly Gate[] }) {
  if (gates.length === 0) return null;
  return (
    <>
      <h3 className={classes['heading']}>Gates</h3>
      <ul className={classes['plain']}>
        {gates.map(({ promise, says, needs }) => (
          <li key={promise}>
            <strong>{standing(needs)}:</strong> {says}
            {needs.map((need, at) => (
              <NeedLine key={at} need={need} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function standing(needs: readonly Need[]): string {
  if (needs.some(({ of, given }) => of === 'account' && !given)) return 'Closed at present';
  if (needs.some(({ of }) => of === 'each')) return 'Asked each time';
  return needs.some(({ of }) => of === 'person') ? 'Asked of each person' : 'Open';
}

function NeedLine({ need: { of, says, given, people, missing, remedy } }: { readonly need: Need }) {
  const [there, not] = [people.filter((each) => each.given), people.filter((each) => !each.given)];
  const names = (list: Need['people']) => list.map(({ name }) => name).join(', ');
  return (
    <div className={classes['quiet']}>
      {of === 'account' && (given ? says : `${missing} ${remedy}`)}
      {of === 'each' && `Before it: ${says}`}
      {of === 'person' && (
        <>
          {says}
          {there.length > 0 && ` So far: ${names(there)}.`}
          {not.length > 0 && ` Not yet: ${names(not)}.`}
        </>
      )}
    </div>
  );
}
