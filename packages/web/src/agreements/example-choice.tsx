import { Button } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import { useGet } from '../api/use-get.ts';
import { QueryState } from '../ui/query-state.tsx';
import classes from './example-choice.module.css';

type Example = Gives<'GET /descriptions/examples'>['rows'][number];
export type ExampleChoiceProps = { readonly pending: boolean; readonly onChoose: (example: Example) => void };

/** The descriptions that come with Tamarack. */
export function ExampleChoice({ pending, onChoose }: ExampleChoiceProps) {
  const examples = useGet('GET /descriptions/examples', {});
  return (
    <QueryState query={examples}>
      {({ rows }) => (
        <ul className={classes['examples']}>
          {rows.map((example) => (
            <li key={example.name} className={classes['example']}>
              <div>
                <h3 className={classes['title']}>{example.title}</h3>
                <p className={classes['summary']}>{example.summary}</p>
              </div>
              <Button
                variant="default"
                size="xs"
                disabled={pending}
                aria-label={`Begin with ${example.title}`}
                onClick={() => onChoose(example)}
              >
                Begin with it
              </Button>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}
