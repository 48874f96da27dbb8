import { Fieldset, SimpleGrid } from '@mantine/core';
import { deviationKey } from './agreed-draft.ts';
import classes from './agreed.module.css';
import type { Agreeable } from './contract.ts';
import { DurationField } from './duration-field.tsx';

type DeviationToAgree = Agreeable['deviations'][number];
type Bound = DeviationToAgree['rows'][number]['bounds'][number];

export type DeviationFieldsProps = {
  readonly deviation: DeviationToAgree;
  readonly values: Readonly<Record<string, string>>;
  readonly error: string | undefined;
  readonly onChange: (key: string, value: string) => void;
};

const BOUNDS: Readonly<Record<Bound['bound'], string>> = {
  tightest: 'not tighter than',
  loosest: 'not looser than',
  least: 'at least',
  most: 'at most',
};

/** A promise of which this contract may agree another target, severity by severity. */
export function DeviationFields({ deviation, values, error, onChange }: DeviationFieldsProps) {
  const { promise, title, says, rows } = deviation;
  return (
    <Fieldset legend={title} variant="unstyled" className={classes['fieldset'] ?? ''}>
      {says !== null && <p className={classes['says']}>{says}</p>}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {rows.map(({ severity, target, bounds }) => {
          const key = deviationKey(promise, severity);
          const within = bounds.map(({ bound, value }) => `${BOUNDS[bound]} ${value}`).join(', ');
          const value = values[key] ?? '';
          return (
            <DurationField
              key={key}
              label={severity === null ? 'Target' : `Severity ${severity}`}
              description={`Promised: ${target}. Possible: ${within}.`}
              like={target}
              value={value}
              error={value === '' ? undefined : error}
              onChange={(next) => onChange(key, next)}
            />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  );
}
