import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JobTimer } from '../../src/workers/job-timer.js';
import { DEFAULT_LIMITS } from '../../src/workers/limits.js';

const limits = { ...DEFAULT_LIMITS, silence: 2000, deadline: 5000 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a silence times out once it has lasted', () => {
  const onTimeout = vi.fn();
  new JobTimer(limits, onTimeout);
  vi.advanceTimersByTime(1999);
  expect(onTimeout).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onTimeout.mock.calls).toEqual([['silence']]);
});

test('a restart begins a new silence, but not a new deadline', () => {
  const onTimeout = vi.fn();
  const timer = new JobTimer(limits, onTimeout);
  for (const _ of [1, 2, 3]) {
    vi.advanceTimersByTime(1500);
    timer.restart();
  }
  vi.advanceTimersByTime(499);
  expect(onTimeout).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onTimeout.mock.calls).toEqual([['deadline']]);
});

test('a timer that was stopped does not time out', () => {
  const onTimeout = vi.fn();
  new JobTimer(limits, onTimeout).stop();
  vi.advanceTimersByTime(10_000);
  expect(onTimeout).not.toHaveBeenCalled();
});
