import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';

const CHOICES = [
  { scheme: 'auto', says: 'Colours of the system' },
  { scheme: 'light', says: 'Light' },
  { scheme: 'dark', says: 'Dark' },
] as const satisfies readonly { readonly scheme: MantineColorScheme; readonly says: string }[];

/** Light, dark, or as the system has it. */
export function ColourItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (value: string) => {
    const choice = CHOICES.find(({ scheme }) => scheme === value);
    if (choice) setColorScheme(choice.scheme);
  };
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      {CHOICES.map(({ scheme, says }) => (
        <Menu.RadioItem key={scheme} value={scheme}>
          {says}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
