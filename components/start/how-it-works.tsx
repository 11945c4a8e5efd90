import { GatesPicture, MessagePicture, StatementPicture } from './pictures';

const STEPS = [
  {
    picture: MessagePicture,
    title: 'Paste what AWS said',
    text: 'The caller, the action and the resource are read from the message, the event or the log line around it. If AWS names a policy type, you are told where to look.',
  },
  {
    picture: StatementPicture,
    title: 'Paste the policies',
    text: 'The statement that decides lights up where it stands, with the reason beside it. A command with your own names prints each policy you do not have at hand.',
  },
  {
    picture: GatesPicture,
    title: 'See where it stops',
    text: 'The request is drawn through every layer that AWS checks. Copy one link, and a colleague sees the same policies, the same marks and the same sentences.',
  },
] as const;

export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="border-line border-t py-14">
      <div className="mx-auto max-w-[68rem] px-4 mid:px-6">
        <h2 id="how" className="text-title">
          How it works
        </h2>
        <ol className="mt-8 grid gap-x-10 gap-y-10 mid:grid-cols-3">
          {STEPS.map(({ picture: Picture, title, text }) => (
            <li key={title}>
              <div className="max-w-72">
                <Picture />
              </div>
              <h3 className="mt-4 text-lead">{title}</h3>
              <p className="mt-1 text-text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
