import { Select } from '@mantine/core';
import { useNow } from '../../ui/now.ts';
import { shortInstantWords } from '../../ui/time-words.ts';
import { useViewerZone } from '../../ui/viewer-zone.ts';
import { nameWords } from '../obligation-words.ts';
import { NEW, type RecordableFact } from './draft.ts';
import { longList } from '../../ui/long-list.ts';

export type SubjectFieldProps = {
  readonly row: RecordableFact;
  readonly value: string;
  readonly onChange: (subjectId: string) => void;
};

/** What it happened to: one of what there is, the latest first, or something new. */
export function SubjectField({ row, value, onChange }: SubjectFieldProps) {
  const zone = useViewerZone();
  const now = useNow();
  // Hours are logged, and nothing happens to them afterwards that is worth a choice.
  if (row.subjects.length === 0 || row.fact === 'hours.logged') return null;
  const known = row.subjects
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .map(({ id, says, at }) => ({ value: id, label: `${says} (${shortInstantWords(Date.parse(at), now, zone)})` }));
  const fresh = { value: NEW, label: `A new ${nameWords(row.kind).toLowerCase()}` };
  return (
    <Select
      label="What it happened to"
      placeholder="Choose one"
      required
      searchable
      {...longList}
      allowDeselect={false}
      nothingFoundMessage="Nothing of that name"
      data={[fresh, ...known]}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
