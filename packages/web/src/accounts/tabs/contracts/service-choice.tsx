import { Select, SimpleGrid } from '@mantine/core';
import type { PublishedVersion } from './contract.ts';

export type ServiceChoiceProps = {
  /** What can be chosen: all that is sold, or the versions of one service. */
  readonly versions: readonly PublishedVersion[];
  readonly versionId: string;
  readonly level: string;
  readonly onChoose: (versionId: string, level: string) => void;
};

/** A version and a level of it. The newest version of each service comes first, for that is what is sold. */
export function ServiceChoice({ versions, versionId, level, onChoose }: ServiceChoiceProps) {
  const chosen = versions.find(({ id }) => id === versionId);
  const says = chosen?.levels.find(({ name }) => name === level)?.says;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label="Service"
        required
        searchable
        allowDeselect={false}
        data={groupsOf(versions)}
        value={versionId === '' ? null : versionId}
        onChange={(id) => {
          const levels = versions.find((version) => version.id === id)?.levels ?? [];
          const same = levels.find(({ name }) => name === level) ?? (levels.length === 1 ? levels[0] : undefined);
          onChoose(id ?? '', same?.name ?? '');
        }}
      />
      <Select
        label="Level"
        required
        allowDeselect={false}
        disabled={!chosen}
        description={says ?? undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={(chosen?.levels ?? []).map(({ name, title }) => ({ value: name, label: title }))}
        value={level === '' ? null : level}
        onChange={(name) => onChoose(versionId, name ?? '')}
      />
    </SimpleGrid>
  );
}

function groupsOf(versions: readonly PublishedVersion[]) {
  const item = ({ id, title, documentVersion, isAddOn }: PublishedVersion) => ({
    value: id,
    label: `${title}, version ${documentVersion}${isAddOn ? ' (add-on)' : ''}`,
  });
  const groups = [
    { group: 'Newest versions', items: versions.filter(({ isNewest }) => isNewest).map(item) },
    { group: 'Earlier versions', items: versions.filter(({ isNewest }) => !isNewest).map(item) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
