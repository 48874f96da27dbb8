import { usualTicketViews } from 'virtual:contract-tables';
import { searchOf, type TicketSearch } from '../../ticket-search.ts';

type Name = keyof typeof usualTicketViews;
type Usual = { readonly view: Name; readonly label: string; readonly search: TicketSearch };

const LABELS: Readonly<Record<Name, string>> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Nobody’s yet',
  'with-provider': 'With us',
  'with-customer': 'With customers',
  broken: 'Broken',
  escalated: 'Escalated',
  'waits-for-approval': 'Waits for approval',
  ended: 'Ended',
};

/** Views that everybody has, by the names under which the API counts them, in its order: each lists what is counted. */
export const USUAL_VIEWS: readonly Usual[] = Object.entries(usualTicketViews).map(([name, filter]) => {
  const view = name as Name;
  return { view, label: LABELS[view], search: searchOf(filter) };
});
