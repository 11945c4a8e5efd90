/** The promise, and how to check it without believing it. */
export function Privacy() {
  return (
    <section aria-labelledby="privacy" className="border-line border-t py-14">
      <div className="mx-auto grid max-w-[68rem] gap-x-10 gap-y-6 px-4 mid:grid-cols-3 mid:px-6">
        <h2 id="privacy" className="text-title">
          Nothing leaves your browser
        </h2>
        <div className="mid:col-span-2">
          <p className="max-w-prose">
            Messages and policies name your accounts, people and buckets. So there is no server that could receive them:
            this site is a set of files, and everything is computed on this page. Access keys, tokens and signatures in
            a paste are cut out before anything is kept.
          </p>
          <h3 className="mt-6 font-strong text-base">How to check</h3>
          <ol className="mt-2 max-w-prose list-decimal space-y-1.5 pl-5 marker:text-text-muted">
            <li>
              Open your browser’s developer tools, choose <em className="not-italic font-strong">Network</em>, and paste
              something. You see this site’s own scripts and data files being loaded, the same whatever you paste, and
              nothing being sent.
            </li>
            <li>
              Look at the page’s source: its content security policy says <code>connect-src 'self'</code>, so the
              browser refuses any connection to another place.
            </li>
            <li>
              Look at a link you copied: the diagnosis stands behind the <code>#</code>, the part of an address that
              browsers never send.
            </li>
          </ol>
        </div>
      </div>
    </section>
  );
}
