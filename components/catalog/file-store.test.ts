import { expect, test, vi } from 'vitest';
import { createFileStore } from '@/components/catalog/file-store';

const opens = async () => 'value';

test('the file is fetched once, however often it is wanted', async () => {
  const fetchData = vi.fn(async () => 'data');
  const store = createFileStore(fetchData, opens);
  expect(store.current()).toEqual({ status: 'idle' });
  const ready = { status: 'ready', value: 'value', data: 'data' };
  expect(await Promise.all([store.load(), store.load()])).toEqual([ready, ready]);
  await store.load();
  expect(fetchData).toHaveBeenCalledTimes(1);
  expect(store.current()).toEqual(ready);
});

test('listeners hear of every change until they leave', async () => {
  const store = createFileStore(async () => 'data', opens);
  const heard: string[] = [];
  const leave = store.subscribe(() => heard.push(store.current().status));
  await store.load();
  expect(heard).toEqual(['loading', 'ready']);
  leave();
});

test('a file that does not come is told, and may come at the next try', async () => {
  const fetchData = vi.fn<() => Promise<unknown>>(async () => 'data').mockRejectedValueOnce(new Error('offline'));
  const store = createFileStore(fetchData, opens);
  await store.load();
  expect(store.current()).toEqual({ status: 'failed', reason: 'unreachable' });
  await store.load();
  expect(store.current()).toMatchObject({ status: 'ready' });
});

test('a file of another version is told', async () => {
  const store = createFileStore(
    async () => ({ format: 0 }),
    async () => undefined,
  );
  await store.load();
  expect(store.current()).toEqual({ status: 'failed', reason: 'unreadable' });
});
