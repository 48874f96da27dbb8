import { MantineProvider } from '@mantine/core';
import { cssVariables } from './theme/css-variables.ts';
import { theme } from './theme/theme.ts';

/** Everything: theme, then shell. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={cssVariables}>
      Tamarack
    </MantineProvider>
  );
}
