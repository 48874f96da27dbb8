import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const CHOICES = [
  { scheme: 'auto', says: 'Colours of the system', Icon: IconDeviceDesktop },
  { scheme: 'light', says: 'Light', Icon: IconSun },
  { scheme: 'dark', says: 'Dark', Icon: IconMoon },
] as const;

/** Light, dark, or as the system has it. */
export function ColourItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return CHOICES.map(({ scheme, says, Icon }) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={colorScheme === scheme}
      closeMenuOnClick={false}
      leftSection={<Icon size={16} aria-hidden />}
      rightSection={colorScheme === scheme ? <IconCheck size={15} aria-hidden /> : undefined}
      onClick={() => setColorScheme(scheme)}
    >
      {says}
    </Menu.Item>
  ));
}
