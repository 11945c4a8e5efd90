import { useEffect, useRef } from 'react';
import { Name } from '@/components/ui/code-text';
import { ExternalLink } from '@/components/ui/link';
import type { Catalog } from '@/lib/catalog/catalog';
import type { CatalogEntry } from '@/lib/catalog/search';
import { ActionView } from './action-view';
import { EntryLink } from './entry-link';
import { entryName, KIND_WORDS } from './entry-words';
import { KeyView, ServiceView, TypeView } from './other-views';

interface EntryViewProps {
  readonly entry: CatalogEntry;
  readonly catalog: Catalog;
}

/** Everything known of one entry. The focus comes here, so that a screen reader goes on where the eye does. */
export function EntryView({ entry, catalog }: EntryViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry takes the focus once.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [entry]);
  const prefix = servicePrefixOf(entry, catalog);
  const service = prefix === undefined ? undefined : catalog.service(prefix);
  return (
    <article aria-labelledby="entry" className="min-w-0">
      <p className="text-small text-text-muted">
        {KIND_WORDS[entry.kind].one}
        {entry.kind === 'action' && ` · ${entry.action.levels.join(', ')}`}
      </p>
      <h2 id="entry" ref={heading} tabIndex={-1} className="rounded-control font-mono text-title outline-offset-4">
        <Name>{entryName(entry)}</Name>
      </h2>
      {service && (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-4 text-small text-text-muted">
          <span>
            {service.name}
            {entry.kind !== 'service' && (
              <>
                {' '}
                (<EntryLink entry={{ kind: 'service', service }} />)
              </>
            )}
          </span>
          <ExternalLink
            href={`https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service.prefix}.html`}
          >
            AWS’s page
          </ExternalLink>
        </p>
      )}
      <Body entry={entry} catalog={catalog} />
    </article>
  );
}

function Body({ entry, catalog }: EntryViewProps) {
  switch (entry.kind) {
    case 'service':
      return <ServiceView service={entry.service} />;
    case 'action':
      return <ActionView action={entry.action} catalog={catalog} />;
    case 'resourceType':
      return <TypeView type={entry.type} catalog={catalog} />;
    case 'key':
      return <KeyView shown={entry.key} catalog={catalog} />;
  }
}

function servicePrefixOf(entry: CatalogEntry, catalog: Catalog): string | undefined {
  switch (entry.kind) {
    case 'service':
      return entry.service.prefix;
    case 'action':
      return entry.action.service;
    case 'resourceType':
      return entry.type.service;
    case 'key': {
      const [prefix = ''] = entry.key.name.split(':');
      return catalog.isService(prefix) ? prefix : undefined;
    }
  }
}
