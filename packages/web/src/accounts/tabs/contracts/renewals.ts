/** What happens after a contract's last day, in words. Apart from the fields that ask for it, so that showing it loads none of them. */
export const RENEWALS = {
  none: 'It ends',
  automatic: 'It renews itself, unless notice is given',
  'on-agreement': 'It is renewed when both agree',
} as const;
