import type { ReactNode } from 'react';

const POINTS: readonly { readonly title: string; readonly text: ReactNode }[] = [
  {
    title: 'All seven policy types',
    text: 'SCPs and RCPs by level, endpoint, resource-based and identity-based policies, the boundary and the session policy, in the order in which AWS checks them.',
  },
  {
    title: 'What it does not know',
    text: 'A fact that is missing makes the answer “depends on”, with the question that settles it. “Allowed by what you pasted” never turns into “Allowed”.',
  },
  {
    title: 'Near misses',
    text: (
      <>
        An Allow that failed by one thing is shown with that one thing: a missing <code>/*</code>, a wrong account, a
        condition.
      </>
    ),
  },
  {
    title: 'AWS’s own words',
    text: 'The verdict is held against the message you pasted. If the two disagree, you are told which policy is still missing.',
  },
  {
    title: 'Ceilings people forget',
    text: 'A boundary, an SCP or a session policy grants nothing and still has to allow. The layer that caps the call is named, with its owner.',
  },
  {
    title: 'Half-typed policies',
    text: 'Broken JSON is marked where it breaks, and the statements that can be read still count. The verdict follows every key press.',
  },
];

/** What sets it apart from a simulator that needs access to the account. */
export function WhatItKnows() {
  return (
    <section aria-labelledby="knows" className="border-line border-t py-14">
      <div className="mx-auto max-w-[68rem] px-4 mid:px-6">
        <h2 id="knows" className="text-title">
          What it knows
        </h2>
        <dl className="mt-6 grid gap-x-10 gap-y-7 mid:grid-cols-2 wide:grid-cols-3">
          {POINTS.map((point) => (
            <div key={point.title}>
              <dt className="font-strong">{point.title}</dt>
              <dd className="mt-0.5 text-text-muted">{point.text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
