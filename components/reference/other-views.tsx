import { CodeText } from '@/components/ui/code-text';
import type { Catalog, ConditionKey, ResourceType, Service } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { actionsOnType, actionsWithKey } from '@/lib/catalog/relations';
import type { CatalogEntry } from '@/lib/catalog/search';
import { keyId } from '@/lib/iam/context-key';
import { plural } from '@/lib/text/wording';
import { EntryList } from './entry-list';
import { EntrySection } from './entry-section';
import { keyTypeText, LEVELS, OPERATORS } from './entry-words';

/** A service: its actions by access level, its resource types and its keys. */
export function ServiceView({ service }: { readonly service: Service }) {
  const types = service.resourceTypes.map((type): CatalogEntry => ({ kind: 'resourceType', type }));
  const keys = service.keys
    .filter((key) => !GLOBAL_KEYS.has(keyId(key.name)))
    .map((key): CatalogEntry => ({ kind: 'key', key }));
  return (
    <>
      {LEVELS.map((level) => {
        const actions = service.actions
          .filter(({ levels }) => levels.includes(level))
          .map((action): CatalogEntry => ({ kind: 'action', action }));
        if (actions.length === 0) return null;
        return (
          <EntrySection key={level} title={`${level}: ${plural(actions.length, 'action', 'actions')}`}>
            <EntryList entries={actions} label={`${level} actions`} />
          </EntrySection>
        );
      })}
      {types.length > 0 && (
        <EntrySection title="Resource types">
          <EntryList entries={types} label="Resource types" />
        </EntrySection>
      )}
      {keys.length > 0 && (
        <EntrySection title="Condition keys">
          <EntryList entries={keys} label="Condition keys" />
        </EntrySection>
      )}
    </>
  );
}

/** A resource type: its ARN, the actions on it, the keys that a request naming one carries. */
export function TypeView({ type, catalog }: { readonly type: ResourceType; readonly catalog: Catalog }) {
  const actions = actionsOnType(catalog, type).map((action): CatalogEntry => ({ kind: 'action', action }));
  const keys = type.keys.map((key): CatalogEntry => ({ kind: 'key', key }));
  return (
    <>
      <EntrySection title="Its ARN">
        <p className="wrap-anywhere mt-1 font-mono text-small">{type.arn}</p>
      </EntrySection>
      <EntrySection title={plural(actions.length, 'action can be limited to it', 'actions can be limited to it')}>
        <EntryList entries={actions} label="Actions" />
      </EntrySection>
      {keys.length > 0 && (
        <EntrySection title="Condition keys that tell about it">
          <EntryList entries={keys} label="Condition keys" />
        </EntrySection>
      )}
    </>
  );
}

/** A condition key: what its values are, and which requests carry it. */
export function KeyView({ shown: key, catalog }: { readonly shown: ConditionKey; readonly catalog: Catalog }) {
  const actions = actionsWithKey(catalog, key).map((action): CatalogEntry => ({ kind: 'action', action }));
  const isGlobal = GLOBAL_KEYS.has(keyId(key.name));
  const set = key.isMultivalued ? ', behind `ForAnyValue:` or `ForAllValues:`' : '';
  const operators = OPERATORS[key.type]
    .split(', ')
    .map((operator) => `\`${operator}\``)
    .join(', ');
  return (
    <>
      <EntrySection title="Its values">
        <p className="mt-1 max-w-prose text-text-muted">
          <CodeText>{`${keyTypeText(key)}. Operators that fit: ${operators}${set}.`}</CodeText>
        </p>
      </EntrySection>
      <EntrySection title="Which requests carry it">
        {isGlobal && (
          <p className="mt-1 max-w-prose text-text-muted">
            A global key: requests of any service may carry it, as far as the fact it tells exists.
          </p>
        )}
        {actions.length > 0 && (
          <>
            <p className="mt-1 text-text-muted">
              {isGlobal ? 'Listed by name for ' : ''}
              {plural(actions.length, 'action', 'actions')}
            </p>
            <EntryList entries={actions} label="Actions" />
          </>
        )}
        {!isGlobal && actions.length === 0 && <p className="mt-1 text-text-muted">AWS lists no action for it.</p>}
      </EntrySection>
    </>
  );
}
