import { checkAddress } from '@/components/check/check-address';
import { PageLink } from '@/components/learn/page-link';
import { CodeText } from '@/components/ui/code-text';
import { CopyButton } from '@/components/ui/copy-button';
import type { Action, Catalog } from '@/lib/catalog/catalog';
import { grantingPolicy, keysOfAction, sampleResources, typeCarriesPolicy } from '@/lib/catalog/relations';
import type { CatalogEntry } from '@/lib/catalog/search';
import { EntryLink } from './entry-link';
import { EntryList } from './entry-list';
import { EntrySection } from './entry-section';

/** What grants an action, on which resources, and what can limit it. */
export function ActionView({ action, catalog }: { readonly action: Action; readonly catalog: Catalog }) {
  const name = `${action.service}:${action.name}`;
  const resources = sampleResources(action);
  const policy = grantingPolicy(name, resources);
  const keys = keysOfAction(action).map((key): CatalogEntry => ({ kind: 'key', key }));
  const dependents = action.dependentActions.flatMap((dependent): readonly CatalogEntry[] => {
    const found = catalog.action(dependent);
    return found ? [{ kind: 'action', action: found }] : [];
  });
  return (
    <>
      <EntrySection title="What grants it">
        <div className="relative mt-2">
          <pre className="wrap-anywhere whitespace-pre-wrap rounded-control bg-surface-sunken p-3 pr-12">{policy}</pre>
          <CopyButton text={policy} label="Copy the policy" iconOnly className="absolute top-1.5 right-1.5" />
        </div>
        <p className="mt-2 max-w-prose text-text-muted">
          <CodeText>{`Put your own names into the ARN. \`${action.service}:*\` and patterns that fit the name grant it too.`}</CodeText>
        </p>
        <p className="mt-2">
          <PageLink href={checkAddress(name, resources[0])}>Try it in a quick check</PageLink>
        </p>
      </EntrySection>
      <EntrySection title="Resources it can be limited to">
        {action.resources.length === 0 ? (
          <p className="mt-1 max-w-prose text-text-muted">
            <CodeText>
              None: AWS checks it against `*` alone. A statement that names an ARN for it never allows it.
            </CodeText>
          </p>
        ) : (
          <dl className="mt-2 grid gap-2 text-small">
            {action.resources.map(({ type, required }) => (
              <div key={`${type.service}:${type.name}`}>
                <dt>
                  <EntryLink entry={{ kind: 'resourceType', type }} /> {required && '– every request names one'}
                </dt>
                <dd className="wrap-anywhere font-mono text-text-muted">{type.arn}</dd>
              </div>
            ))}
          </dl>
        )}
      </EntrySection>
      <EntrySection title="Condition keys that can limit it">
        {keys.length > 0 && <EntryList entries={keys} label="Condition keys" />}
        <p className="mt-2 max-w-prose text-text-muted">
          <CodeText>
            {`${keys.length > 0 ? 'And the' : 'It has none of its own: only the'} global keys, such as \`aws:SourceIp\` and \`aws:PrincipalOrgID\`. Any other key is never there, so a condition on it fails.`}
          </CodeText>
        </p>
      </EntrySection>
      {dependents.length > 0 && (
        <EntrySection title="What it may need besides">
          <EntryList entries={dependents} label="Further actions" />
        </EntrySection>
      )}
      <EntrySection title="Which policies take part">
        <p className="mt-1 max-w-prose text-text-muted">{takingPart(action, catalog)}</p>
      </EntrySection>
    </>
  );
}

function takingPart(action: Action, catalog: Catalog): string {
  const { service, resources } = action;
  const isNone = resources.every(({ type }) => typeCarriesPolicy(type) === false);
  const own = isNone
    ? `${resources.length === 0 ? 'Resources of this service' : 'The resources of this action'} carry no policy of their own.`
    : catalog.resourcePolicies(service) === 'main'
      ? 'Resources of this service can carry a policy of their own, which can allow the action too.'
      : 'Some resources of this service can carry a policy of their own.';
  const rcp = catalog.rcpCovers(action.service) ? 'RCPs cover the service.' : 'RCPs do not cover the service.';
  return `The caller’s identity-based policies, boundary and session policy, and the SCPs above the account. ${own} ${rcp}`;
}
