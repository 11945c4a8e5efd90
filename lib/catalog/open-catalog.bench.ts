import { bench, describe } from 'vitest';
import { openManagedPolicies } from '@/lib/catalog/managed-policies';
import { openCatalog } from '@/lib/catalog/open-catalog';
import { catalogText } from '@/lib/testing/full-catalog';

// The files are opened while somebody types: each within the 30 ms that nobody notices.

const services = catalogText('services');
const policies = catalogText('policies');
const data: unknown = JSON.parse(services);

describe('all services', () => {
  bench('parse and open', () => void openCatalog(JSON.parse(services)));
  bench('open and read the largest service', () => void openCatalog(data)?.action('ec2:RunInstances'));
  bench('open and read every service', () => {
    const catalog = openCatalog(data);
    for (const prefix of catalog?.prefixes ?? []) catalog?.service(prefix);
  });
});

describe('managed policies', () => {
  bench('parse and open', () => void openManagedPolicies(JSON.parse(policies)));
});
