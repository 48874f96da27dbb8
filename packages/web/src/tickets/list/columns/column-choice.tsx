import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import classes from './column-choice.module.css';
import { COLUMN_WORDS, columnsIn, columnsText, columnsToChoose, type TicketColumn, USUAL } from './column-names.ts';

export type ColumnChoiceProps = {
  /** As the address has them. */
  readonly columns: string | undefined;
  readonly isOneAccount: boolean;
  readonly onChange: (columns: string | undefined) => void;
};

/** Which columns stand beside the subject. On a phone there is room for what is urgent only, and nothing to choose. */
export function ColumnChoice({ columns, isOneAccount, onChange }: ColumnChoiceProps) {
  const shown = columnsIn(columns) ?? USUAL;
  const toggle = (column: TicketColumn) =>
    onChange(columnsText(shown.includes(column) ? shown.filter((each) => each !== column) : [...shown, column]));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={classes['choose'] ?? ''}
          leftSection={<IconColumns3 size={15} aria-hidden />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <fieldset className={classes['columns']}>
          <legend>Beside the subject</legend>
          {columnsToChoose(isOneAccount).map((column) => (
            <Checkbox
              key={column}
              label={COLUMN_WORDS[column]}
              checked={shown.includes(column)}
              // The last one stays: an address that names none means the usual ones.
              disabled={shown.length === 1 && shown.includes(column)}
              onChange={() => toggle(column)}
            />
          ))}
        </fieldset>
        <Button
          size="compact-xs"
          variant="subtle"
          mt={8}
          disabled={columns === undefined}
          onClick={() => onChange(undefined)}
        >
          The usual ones
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
