import { expect, test, vi } from 'vitest';
import { createCatalogStore } from '@/components/catalog/catalog-store';
import { builtInCatalog } from '@/lib/catalog/catalog';

const catalog = builtInCatalog();
const opens = async () => catalog;

test('the file is fetched once, however often it is wanted', async () => {
  const fetchData = vi.fn(async () => 'data');
  const store = createCatalogStore(fetchData, opens);
  expect(store.current()).toEqual({ status: 'idle' });
  await Promise.all([store.load(), store.load()]);
  await store.load();
  expect(fetchData).toHaveBeenCalledTimes(1);
  expect(store.current()).toEqual({ status: 'ready', catalog, data: 'data' });
});

test('listeners hear of every change until they leave', async () => {
  const store = createCatalogStore(async () => 'data', opens);
  const heard: string[] = [];
  const leave = store.subscribe(() => heard.push(store.current().status));
  await store.load();
  expect(heard).toEqual(['loading', 'ready']);
  leave();
});

test('a file that does not come is told, and may come at the next try', async () => {
  const fetchData = vi.fn<() => Promise<unknown>>(async () => 'data').mockRejectedValueOnce(new Error('offline'));
  const store = createCatalogStore(fetchData, opens);
  await store.load();
  expect(store.current()).toEqual({ status: 'failed', reason: 'unreachable' });
  await store.load();
  expect(store.current()).toMatchObject({ status: 'ready' });
});

test('a file of another version is told', async () => {
  const store = createCatalogStore(
    async () => ({ format: 0 }),
    async () => undefined,
  );
  await store.load();
  expect(store.current()).toEqual({ status: 'failed', reason: 'unreadable' });
});
