import { buttonClasses } from '@/components/ui/button';

export default function NotFound() {
  return (
    <main id="main" className="mx-auto flex max-w-prose flex-col items-start gap-4 px-4 py-16">
      <h1 className="text-display">There is no such page</h1>
      <p>The address names nothing here. A link to a diagnosis starts with the address of the diagnosis page.</p>
      <a href={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/`} className={buttonClasses('primary')}>
        Go to the start page
      </a>
    </main>
  );
}
