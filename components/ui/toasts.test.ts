import { beforeEach, expect, it, vi } from 'vitest';
import { currentToasts, dismissToast, showToast, subscribeToToasts } from './toasts';

const texts = () => currentToasts().map((toast) => toast.text);

beforeEach(() => {
  for (const toast of currentToasts()) dismissToast(toast.id);
});

it('keeps the newest three, each until it is dismissed', () => {
  for (const text of ['one', 'two', 'three', 'four']) showToast(text);
  expect(texts()).toEqual(['two', 'three', 'four']);
  dismissToast(currentToasts()[1]?.id ?? 0);
  expect(texts()).toEqual(['two', 'four']);
});

it('tells its subscribers until they leave', () => {
  const listener = vi.fn();
  const leave = subscribeToToasts(listener);
  showToast('one');
  leave();
  showToast('two');
  expect(listener).toHaveBeenCalledTimes(1);
});
