import { openManagedPolicies } from '@/lib/catalog/managed-policies';
import { openCatalog } from '@/lib/catalog/open-catalog';
import { catalogText } from '@/lib/testing/full-catalog';
import type { Group } from './task';

// The files are opened while somebody types.

const UNNOTICED = { milliseconds: 30 };

export function catalogGroups(): readonly Group[] {
  const services = catalogText('services');
  const policies = catalogText('policies');
  const data: unknown = JSON.parse(services);
  return [
    {
      name: 'catalog',
      title: 'catalog: the files of AWS’s services and managed policies',
      tasks: [
        { name: 'services: parse and open', run: () => openCatalog(JSON.parse(services)), aim: UNNOTICED },
        { name: 'services: open, read the largest', run: () => openCatalog(data)?.action('ec2:RunInstances') },
        {
          name: 'services: open, read every one',
          run: () => {
            const catalog = openCatalog(data);
            return catalog?.prefixes.map((prefix) => catalog.service(prefix));
          },
        },
        { name: 'policies: parse and open', run: () => openManagedPolicies(JSON.parse(policies)), aim: UNNOTICED },
      ],
    },
  ];
}
