import { Alert } from '@mantine/core';
import { type AccountFields, FIELD_NAMES, type FieldName, inputsOf } from './account-fields.ts';

export type ChangedMeanwhileProps = {
  /** As it is now. */
  readonly account: AccountFields;
  /** What somebody else changed. */
  readonly fields: readonly FieldName[];
  /** What this form would change. */
  readonly own: Partial<AccountFields>;
};

/** That somebody was faster: what they changed, and over what saving would write. */
export function ChangedMeanwhile({ account, fields, own }: ChangedMeanwhileProps) {
  const now = inputsOf(account);
  return (
    <Alert color="larch" variant="light" role="alert" title="Somebody changed this account in the meantime.">
      {fields.length > 0 && (
        <ul style={{ margin: '0 0 6px', paddingInlineStart: 18 }}>
          {fields.map((field) => (
            <li key={field}>
              {FIELD_NAMES[field]} is now {now[field] === '' ? 'not known' : now[field].toLocaleString('en-GB')}
              {field in own && '; saving writes yours over it'}
            </li>
          ))}
        </ul>
      )}
      Nothing of yours is saved yet. Look at it, then save again.
    </Alert>
  );
}
