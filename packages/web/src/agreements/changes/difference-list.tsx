import type { Gives } from '@tamarack/contract';
import classes from './difference-list.module.css';
import { type Verdict, VerdictMark } from './verdict-mark.tsx';

type Compared = Gives<'GET /descriptions/:descriptionId/versions/:versionId/differences'>;
type Difference = Compared['differences'][number];

export type DifferenceListProps = {
  readonly differences: readonly Difference[];
  /** What has to be said of what gets weaker: "needs the customer's approval". */
  readonly weakerSays?: string;
  /** The level of its headings: below the page's own, or a section's. */
  readonly heading: 'h2' | 'h3';
};

const ORDER: readonly Verdict[] = ['weaker', 'cannot tell', 'stronger', 'neutral'];
const HEADINGS: Readonly<Record<Verdict, string>> = {
  weaker: 'Gets weaker for the customer',
  'cannot tell': 'Nobody can tell by rule: read it',
  stronger: 'Gets stronger for the customer',
  neutral: 'Changes, but promises neither more nor less',
};

/** What changed, clause by clause: what is worse for the customer comes first and cannot be overlooked. */
export function DifferenceList({ differences, weakerSays, heading: Heading }: DifferenceListProps) {
  return ORDER.map((verdict) => {
    const own = differences.filter((each) => each.verdict === verdict);
    if (own.length === 0) return null;
    return (
      <section key={verdict} className={classes['group']} data-verdict={verdict}>
        <Heading className={classes['heading']}>
          {HEADINGS[verdict]} <span className={classes['count']}>{own.length}</span>
        </Heading>
        {verdict === 'weaker' && weakerSays !== undefined && <p className={classes['says']}>{weakerSays}</p>}
        <ul className={classes['list']}>
          {own.map((each, at) => (
            <OneDifference key={`${each.path} ${at}`} difference={each} />
          ))}
        </ul>
      </section>
    );
  });
}

function OneDifference({ difference: { clause, verdict, sentence } }: { readonly difference: Difference }) {
  return (
    <li className={classes['difference']}>
      <div className={classes['clause']}>
        <span>{clause}</span>
        <VerdictMark verdict={verdict} />
      </div>
      <p className={classes['sentence']}>{sentence}</p>
    </li>
  );
}
