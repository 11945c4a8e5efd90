import { catalogGroups } from './catalog';
import { cloudtrailGroups } from './cloudtrail';
import { languageGroups } from './language';
import { type Measured, measure } from './measure';
import type { Aim, Group, Task } from './task';
import { validationGroups } from './validation';
import { verdictGroups } from './verdict';
import { wildcardGroups } from './wildcards';

// One table for everything that has to be fast, with the aim beside each figure that has one.

const GROUPS: readonly (() => readonly Group[])[] = [
  verdictGroups,
  wildcardGroups,
  validationGroups,
  languageGroups,
  catalogGroups,
  cloudtrailGroups,
];

const only = process.argv.slice(2);
const groups = GROUPS.flatMap((make) => make()).filter(({ name }) => only.length === 0 || only.includes(name));
const missed = groups.flatMap(measureGroup);
console.log(missed.length === 0 ? '\nEvery aim was met.' : `\nMissed: ${missed.join('; ')}.`);

/** Prints a group's rows as they are measured; gives the names of those that missed their aim. */
function measureGroup({ name, title, tasks, prepare, note }: Group): readonly string[] {
  prepare?.();
  console.log(`\n${title}`);
  console.log(row('', 'median', 'fastest', '× first', 'aim', ''));
  let first: number | undefined;
  const missedHere = tasks.filter((task) => {
    const measured = measure(task);
    first ??= measured.best;
    return printTask(task, measured, first);
  });
  if (note) console.log(`  ${note()}`);
  return missedHere.map((task) => `${name}, ${task.name}`);
}

/** Whether the task took longer than it may. */
function printTask({ name, aim }: Task, { median, best }: Measured, first: number): boolean {
  const times = best / first;
  const isMissed = aim !== undefined && ('times' in aim ? times > aim.times : best > aim.milliseconds);
  const said = aim === undefined ? '' : sayAim(aim);
  console.log(row(name, sayTime(median), sayTime(best), times.toFixed(1), said, isMissed ? 'missed' : ''));
  return isMissed;
}

function row(name: string, median: string, best: string, times: string, aim: string, missedAim: string): string {
  const columns = [median, best, times, aim].map((text) => text.padStart(12));
  return `  ${name.padEnd(36)}${columns.join('')}  ${missedAim}`.trimEnd();
}

function sayAim(aim: Aim): string {
  return 'times' in aim ? `≤ ${aim.times} ×` : `≤ ${sayTime(aim.milliseconds)}`;
}

function sayTime(milliseconds: number): string {
  if (milliseconds < 1) return `${Number((milliseconds * 1000).toFixed(1))} µs`;
  return milliseconds < 1000 ? `${Number(milliseconds.toFixed(2))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
