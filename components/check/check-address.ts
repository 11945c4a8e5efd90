import type { Route } from 'next';
import { grantingPolicy } from '@/lib/catalog/relations';
import { EXAMPLE_CHECK, type QuickCheck } from './quick-check';

// A quick check of one action in an address: behind the `#`, which browsers send nowhere.

const LONGEST = 2_000;

/** The address of a quick check that asks whether a policy for this action on this resource lets it through. */
export function checkAddress(action: string, resource: string): Route {
  return `/check/#${new URLSearchParams({ action, resource })}` as Route;
}

/** What an address fills in; `undefined` where it says nothing of the kind. */
export function readCheckAddress(hash: string): QuickCheck | undefined {
  const told = new URLSearchParams(hash.replace(/^#/, '').slice(0, LONGEST));
  const action = told.get('action') ?? '';
  if (action === '') return undefined;
  const resource = told.get('resource') || '*';
  return {
    type: 'identity',
    principal: EXAMPLE_CHECK.principal,
    action,
    resource,
    keys: [],
    text: grantingPolicy(action, [resource]),
  };
}
