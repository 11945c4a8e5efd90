import type { Route } from 'next';

/** The pages that header, footer and command list lead to. */
export const PLACES = [
  { href: '/diagnose' as Route, label: 'Diagnose', about: 'Seven steps from the message to the statement' },
  { href: '/check' as Route, label: 'Quick check', about: 'One policy, one request' },
  { href: '/events' as Route, label: 'Events', about: 'CloudTrail’s files: every denial, grouped' },
  { href: '/examples' as Route, label: 'Examples', about: 'Denials as they happen, ready to open' },
  { href: '/reference' as Route, label: 'Reference', about: 'Every action, resource type and condition key' },
  { href: '/learn' as Route, label: 'Learn', about: 'How AWS decides, in short' },
] as const;
