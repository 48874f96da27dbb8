/** Cases of others that we decided against, by id, with the reason. Each must indeed differ. */
export const DECIDED_AGAINST: Readonly<Record<string, string>> = {
  'working_hours-137':
    'A day of 25 hours has 25: we count elapsed time, the source counts the wall clock and loses the repeated hour.',
  'working_hours-012':
    'Zero business days from a closed moment is the next opening, where counting starts; the source returns the closed moment itself.',
  'working_hours-013':
    'A clock that starts while closed starts at the opening, so its deadline has the opening’s wall time; the source keeps 06:00, at which nobody works.',
  'glpi-012': 'An interval that ends before it begins is a mistake of the caller and is refused; the source says 0.',
};
