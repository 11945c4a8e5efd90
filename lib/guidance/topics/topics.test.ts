import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STEP_IDS } from '@/lib/guidance/step';
import type { Topic } from '@/lib/guidance/topics/topic';
import { TOPICS, topicOf, topicsOfStep } from '@/lib/guidance/topics/topics';

/** Everything that is read of a topic's body. */
function words({ parts }: Topic): readonly string[] {
  const texts = parts.flatMap((part) =>
    'items' in part ? part.items : part.kind === 'command' ? [part.purpose] : [part.text],
  );
  return texts.join(' ').split(/\s+/);
}

test.each(TOPICS)('$id is short', (topic) => {
  expect(words(topic).length).toBeGreaterThanOrEqual(120);
  expect(words(topic).length).toBeLessThanOrEqual(250);
});

test.each(TOPICS)('$id leads to AWS’s pages, to other topics, and not to itself', ({ id, pages, next }) => {
  expect(pages.length).toBeGreaterThan(0);
  for (const { href } of pages) expect(href).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
  expect(next.length).toBeGreaterThan(0);
  expect(next).not.toContain(id);
});

test.each(TOPICS)('$id has no backtick without a partner', (topic) => {
  const texts = [topic.title, topic.sentence, words(topic).join(' ')];
  for (const one of texts) expect(one.split('`').length % 2).toBe(1);
});

test('every file of the folder is among the topics', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !/^topics?\.|\.test\./.test(file));
  expect(files.sort()).toEqual(TOPICS.map(({ id }) => `${id}.ts`).sort());
});

test('every step has something to read', () => {
  for (const step of STEP_IDS) expect(topicsOfStep(step).length, step).toBeGreaterThan(0);
});

test('an unknown id has no topic', () => {
  expect(topicOf('constructor')).toBeUndefined();
});
